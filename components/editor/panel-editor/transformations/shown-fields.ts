import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import type { JsonObject } from "@/lib/shared/json";
import type { TransformationField } from "./transformation-field";

/** The fields that mean something with these options: each with those that belong to what is chosen in it. */
export function shownFields(
  fields: readonly TransformationField[],
  options: JsonObject,
): TransformationField[] {
  return fields.flatMap((field) => {
    if (field.input !== "choice" || !field.whenChosen) return [field];
    const chosen = String(getAt(options, field.path) ?? field.fallback);
    return [field, ...shownFields(field.whenChosen[chosen] ?? [], options)];
  });
}
