import { knownMetrics } from "./explain-stand";

export type Random = () => number;

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

export function metric(random: Random) {
  return pick(
    random,
    knownMetrics.filter(({ type }) => type !== "bucket"),
  );
}

/** A selector inside what dashboards do with one. */
export function dress(random: Random, selector: string, counter: boolean): string {
  const core = counter && random() < 0.7 ? `rate(${selector}[5m])` : selector;
  return pick(random, [
    core,
    `sum(${core})`,
    `sum by (job) (${core}) * 100`,
    `max(${core}) / 2`,
    `(${core}) + 1`,
    `topk(5, ${core})`,
    `avg_over_time(${counter ? `${core}` : selector}[10m:1m])`,
    `clamp_min(sum(${core}), 0)`,
    `sum(${core}) / sum(celery_workers)`,
    `sum(celery_workers) + on () sum(${core})`,
  ]);
}

export function misspell(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const wrong = pick(random, [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name[at] + name.slice(at),
    name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2),
    `${name.slice(0, at)}x${name.slice(at + 1)}`,
  ]);
  return wrong === name ? misspell(random, name) : wrong;
}

/** `_total` forgotten or added, a histogram's name without `_bucket`. */
export function wrongEnding(name: string): string {
  const bare = name.replace(/_(total|bucket|sum)$/, "");
  return bare === name ? `${name}_total` : bare;
}

export const matcher = (label: string, value: string, operator = "=") => `${label}${operator}"${value}"`;
export const someLabel = (random: Random, labels: Record<string, string[]>) =>
  pick(random, Object.entries(labels));
export const isCounter = ({ type }: { type: string }) => type === "counter";
