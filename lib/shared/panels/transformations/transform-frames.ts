import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { transformers } from "./registry";

type Transformation = ReadPanel["transformations"][number];

/** Runs the panel's transformations in order; one that is not known leaves the frames as they are. */
export function transformFrames(
  frames: DataFrame[],
  transformations: Transformation[],
  context: Pick<PrepareContext, "interpolate">,
): DataFrame[] {
  return transformations.reduce((current, { id, options, disabled }) => {
    const transform = Object.hasOwn(transformers, id) ? transformers[id] : undefined;
    if (disabled || !transform) return current;
    return nameFields(transform(current, interpolated(options, context), context));
  }, frames);
}

/** What people are told about transformations that are not carried out. */
export function transformationFindings(transformations: Transformation[]): string[] {
  const unknown = transformations.filter(({ id, disabled }) => !disabled && !Object.hasOwn(transformers, id));
  return [...new Set(unknown.map(({ id }) => id))].map(
    (id) => `The transformation "${id}" is not carried out here. It is kept as it is.`,
  );
}

function interpolated(options: JsonObject, context: Pick<PrepareContext, "interpolate">): JsonObject {
  const fill = (value: Json): Json => {
    if (typeof value === "string")
      return value.includes("$") || value.includes("[[") ? context.interpolate(value) : value;
    if (Array.isArray(value)) return value.map(fill);
    return typeof value === "object" && value !== null ? interpolated(value, context) : value;
  };
  return Object.fromEntries(
    // `$1` of a rename pattern is a group of its regex.
    Object.entries(options).map(([key, value]) => [
      key,
      key === "renamePattern" || key === "regex" ? value : fill(value),
    ]),
  );
}
