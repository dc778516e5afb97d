import { readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { ExpressionError, type ExpressionValue, type SeriesValue } from "./expression-value";
import { pointsReducer } from "./reduce-value";

const mostPoints = 11_000;
const spellings: Record<string, string> = { T: "m", min: "m", S: "s", H: "h", D: "d", W: "w", L: "ms" };

function windowMs(rule: string): number {
  const [, count = "1", unit = ""] = /^(\d*)(\w+)$/.exec(rule.trim()) ?? [];
  const text = Object.hasOwn(spellings, unit) ? `${count || "1"}${spellings[unit]}` : rule;
  const ms = parseDurationMs(text.trim());
  if (!ms || ms <= 0) throw new ExpressionError(`"${rule}" is no length of time.`);
  return ms;
}

/** Every series brought to points that are one window apart. */
export function resampleExpression(
  values: readonly ExpressionValue[],
  options: JsonObject,
  range: { fromMs: number; toMs: number },
): ExpressionValue[] {
  const stepMs = windowMs(readString(options.window) || readString(options.rule));
  const length = Math.floor((range.toMs - range.fromMs) / stepMs) + 1;
  if (length < 2) throw new ExpressionError("The window is longer than the time range.");
  if (length > mostPoints) throw new ExpressionError("The window is too short for the time range.");
  const grid = { startSeconds: range.fromMs / 1_000, stepSeconds: stepMs / 1_000, length };
  const down = pointsReducer(readString(options.downsampler, "mean"));
  const up = readString(options.upsampler, "fillna");
  return values.map((value): ExpressionValue => {
    if (value.kind === "noData") return value;
    if (value.kind !== "series") throw new ExpressionError("Only series can be resampled.");
    return { ...value, grid, values: resampled(value, grid, down, up) };
  });
}

function resampled(
  series: SeriesValue,
  { startSeconds, stepSeconds, length }: SeriesValue["grid"],
  down: (points: (number | null)[]) => number | null,
  up: string,
): (number | null)[] {
  const points = series.values.flatMap((value, index) =>
    value === undefined ? [] : [{ at: series.grid.startSeconds + index * series.grid.stepSeconds, value }],
  );
  let next = 0;
  let last: number | null = null;
  return Array.from({ length }, (_, index) => {
    const until = startSeconds + index * stepSeconds + 1e-6;
    const within: (number | null)[] = [];
    for (let point = points[next]; point && point.at <= until; point = points[++next])
      within.push(point.value);
    if (within.length > 0) {
      last = within.at(-1) ?? null;
      return down(within);
    }
    if (up === "pad") return last;
    return up === "backfilling" ? (points[next]?.value ?? null) : null;
  });
}
