import type { JsonObject } from "@/lib/shared/json";
import type { FieldOptions, ReadOverride, ReadPanel } from "./reading-model";

/** What a stored shape means in today's terms. */
export interface PanelShape {
  type: string;
  options: JsonObject;
  fieldConfig: { defaults: FieldOptions; overrides: ReadOverride[] };
  /** Transformations that the old panel carried out by itself, to run before the stored ones. */
  transformations?: ReadPanel["transformations"];
}

export type ShapeReader = (raw: JsonObject) => PanelShape;
