import { isJsonObject } from "@/lib/shared/json";
import { GatewayError } from "../gateway-error";
import type { QueryLimits } from "./query-limits";

const dayMs = 86_400_000;

export function assertRangeWithin(form: readonly [string, string][], { rangeMs }: QueryLimits): void {
  const values = new Map(form);
  const [start, end] = [Number(values.get("start")), Number(values.get("end"))];
  if (!values.has("step") || (end - start) * 1_000 <= rangeMs) return;
  throw new GatewayError(
    "bad_data",
    `The range is longer than the ${rangeMs / dayMs} days that this tenant may ask for. Choose a shorter one.`,
  );
}

/** Series of a range answer, of the `data` of an instant one, or of a list. */
export function assertSeriesWithin(answer: unknown, { series: most }: QueryLimits): void {
  const count = countSeries(answer);
  if (count <= most) return;
  throw new GatewayError(
    "execution",
    `The answer has ${count} series; this tenant may have ${most} in one. Narrow the query, or aggregate.`,
    { details: { reason: "too_large" } },
  );
}

function countSeries(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (!isJsonObject(answer)) return 0;
  const series = answer.lanes ?? answer.result;
  return Array.isArray(series) ? series.length : 0;
}
