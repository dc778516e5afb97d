import { parseDurationMs } from "@/lib/shared/time/duration";
import { intervalOptions } from "./variable-options";

/** Why queries cannot take what an interval variable offers, and what to write; variables stand for themselves. */
export function intervalProblem(list: string, auto: boolean): string | null {
  const offered = intervalOptions(list, auto).map(({ value }) => value);
  if (offered.length === 0) return "Write intervals, such as 1m,10m,1h.";
  const odd = offered.find((value) => value !== "auto" && !value.includes("$") && !parseDurationMs(value));
  return odd === undefined ? null : `"${odd}" is no interval. Write 30s, 5m, 1h or 1d.`;
}
