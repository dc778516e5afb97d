import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readFieldOptions, readOverrides } from "./read-field-options";
import { readObject, readString } from "./read-json";

/** Today's shape, as far as the panel has it. */
export function readCurrent(raw: JsonObject): PanelShape {
  const fieldConfig = readObject(raw.fieldConfig);
  return {
    // A library panel that was stored without its model has no type of its own.
    type: readString(raw.type) || (isJsonObject(raw.libraryPanel) ? "library-panel" : ""),
    options: readObject(raw.options),
    fieldConfig: {
      defaults: readFieldOptions(fieldConfig.defaults),
      overrides: readOverrides(fieldConfig.overrides),
    },
  };
}
