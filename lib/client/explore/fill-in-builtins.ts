import { calculateStep, type Step } from "@/lib/shared/prometheus/step";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";

/** How many points a chart of Explore asks for. */
export const explorePoints = 1_000;

const scrapeIntervalSeconds = 15;

/** The expression with `$__interval`, `$__rate_interval` and `$__range` filled in as in a panel. */
export function fillInBuiltins(
  expr: string,
  range: TimeRange,
  maxDataPoints = explorePoints,
): { query: string; step: Step } {
  const step = calculateStep({ ...range, maxDataPoints, minIntervalSeconds: 0, scrapeIntervalSeconds });
  const builtins = builtinVariables({ ...range, step });
  return { query: interpolatePromql(expr, buildScope({ variables: [], values: {}, range, builtins })), step };
}
