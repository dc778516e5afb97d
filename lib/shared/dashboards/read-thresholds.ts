import { readNumber, readObject, readObjects, readString } from "./read-json";
import type { FieldOptions } from "./reading-model";

/** Steps in rising order; the first one holds from minus infinity on. Undefined when the JSON has no thresholds. */
export function readThresholds(json: unknown): FieldOptions["thresholds"] {
  const thresholds = readObject(json);
  if (thresholds.steps === undefined && thresholds.mode === undefined) return undefined;
  const steps = readObjects(thresholds.steps).map((step, i) => ({
    value: i === 0 ? (readNumber(step.value) ?? Number.NEGATIVE_INFINITY) : readNumber(step.value),
    color: readString(step.color, "green"),
  }));
  const known = steps.filter((step): step is { value: number; color: string } => step.value !== undefined);
  known.sort((a, b) => a.value - b.value);
  return { mode: thresholds.mode === "percentage" ? "percentage" : "absolute", steps: known };
}
