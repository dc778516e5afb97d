import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { OptionField } from "../options/option-field";

/** A setting in the options of a transformation. `field` and `fields` name columns of what comes in. */
export type TransformationField =
  | (OptionField & {
      /** By a choice: what it is followed by. */
      whenChosen?: Readonly<Record<string, readonly TransformationField[]>>;
    })
  | { input: "field"; label: string; path: JsonPath }
  | { input: "fields"; label: string; path: JsonPath };
