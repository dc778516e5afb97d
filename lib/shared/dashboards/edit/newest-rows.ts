import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";

/** Whether a table shows the points of series, and nothing makes rows of them. */
export function asksPointsForRows({ type, targets, transformations }: ReadPanel): boolean {
  const asked = targets.filter(({ expr, hidden }) => expr.trim() !== "" && !hidden);
  return (
    type === "table" &&
    transformations.length === 0 &&
    asked.length > 0 &&
    targets.every(({ expression }) => expression === undefined) &&
    asked.every(({ format, instant }) => format === "time_series" && !instant)
  );
}

/** The queries asking for the newest value of each series, with a column for each label. */
export function withNewestRows(targets: readonly Json[]): Json[] {
  return targets.map((target) => {
    if (!isJsonObject(target)) return target;
    return { ...target, format: "table", instant: true, ...(target.range !== undefined && { range: false }) };
  });
}
