import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";

export type Transformer = (
  frames: DataFrame[],
  options: JsonObject,
  context: Pick<PrepareContext, "interpolate">,
) => DataFrame[];

export const transformers: Record<string, Transformer> = {};
