import { isJsonObject } from "@/lib/shared/json";
import type { Exemplar } from "./frame";

/** More points than this hide the lines they lie on. */
const most = 200;

/** The `data` of an exemplar query in order of time; of too many, evenly chosen ones. */
export function toExemplars(data: unknown): Exemplar[] {
  const all = (Array.isArray(data) ? data : [])
    .filter(isJsonObject)
    .flatMap(({ exemplars }) => (Array.isArray(exemplars) ? exemplars : []))
    .filter(isJsonObject)
    .map(({ timestamp, value, labels }) => ({
      timeMs: Math.round(Number(timestamp) * 1_000),
      value: Number(value),
      labels: textsOf(labels),
    }))
    .filter(({ timeMs, value }) => Number.isFinite(timeMs) && Number.isFinite(value))
    .toSorted((a, b) => a.timeMs - b.timeMs);
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % every === 0);
}

function textsOf(labels: unknown): Record<string, string> {
  if (!isJsonObject(labels)) return {};
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
}
