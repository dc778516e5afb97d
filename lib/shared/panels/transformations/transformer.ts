import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";

/** One transformation with the options as stored, its variables filled in. Never changes the frames it is given. */
export type Transformer = (
  frames: DataFrame[],
  options: JsonObject,
  context: Pick<PrepareContext, "interpolate">,
) => DataFrame[];

/** Transformers by their ids. */
export type Transformers = Readonly<Record<string, Transformer>>;
