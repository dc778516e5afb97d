import type { EmptyReason } from "@/lib/shared/promql/explain/explanation";
import { knownMetrics } from "./explain-stand";

export interface SeededFault {
  kind: string;
  datasource: string;
  expr: string;
  reasons: EmptyReason[];
  /** Stands among the suggestions. */
  suggestion?: string;
  variables?: { name: string; value: string }[];
  /** Seconds before now at which the range ends and how long it is. */
  range?: { endedAgo: number; length: number };
  stepSeconds?: number;
}

type Random = () => number;
type Made = Omit<SeededFault, "kind" | "datasource" | "reasons"> &
  Partial<Pick<SeededFault, "datasource" | "reasons">>;

/** Small and repeatable (mulberry32). */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `each` faults of every kind, hidden in expressions as people write them. */
export function seededFaults(seed: number, each: number): SeededFault[] {
  const random = seededRandom(seed);
  return Object.entries(kinds).flatMap(([kind, { reasons, make, most = each }]) =>
    Array.from({ length: Math.min(each, most) }, (_, index) => ({
      kind,
      datasource: "prometheus",
      reasons,
      ...make(random, index),
    })),
  );
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function metric(random: Random) {
  return pick(
    random,
    knownMetrics.filter(({ type }) => type !== "bucket"),
  );
}

/** A selector inside what dashboards do with one. */
function dress(random: Random, selector: string, counter: boolean): string {
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

function misspell(random: Random, name: string): string {
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
function wrongEnding(name: string): string {
  const bare = name.replace(/_(total|bucket|sum)$/, "");
  return bare === name ? `${name}_total` : bare;
}

const matcher = (label: string, value: string, operator = "=") => `${label}${operator}"${value}"`;
const someLabel = (random: Random, labels: Record<string, string[]>) => pick(random, Object.entries(labels));
const isCounter = ({ type }: { type: string }) => type === "counter";

const kinds: Record<
  string,
  { reasons: EmptyReason[]; most?: number; make: (random: Random, index: number) => Made }
> = {
  unreachable: {
    reasons: ["unreachable"],
    make: (random) => ({ datasource: "closed", expr: dress(random, metric(random).name, false) }),
  },
  "not a Prometheus": {
    reasons: ["not_prometheus"],
    make: (random, index) => {
      const datasource = ["exporter", "html", "grafana", "api", "redirect", "broken"][index % 6] ?? "html";
      return { datasource, expr: dress(random, metric(random).name, false) };
    },
  },
  "credentials refused": {
    reasons: ["unauthorized"],
    most: 3,
    make: (random) => ({ datasource: "locked", expr: metric(random).name }),
  },
  "target down": {
    reasons: ["target_down"],
    make: (random) => ({
      expr: dress(random, pick(random, ["dead_queue", "dead_total", "gone_gauge"]), false),
    }),
  },
  "metric misspelt": {
    reasons: ["metric_unknown"],
    make: (random) => {
      const one = metric(random);
      const wrong = misspell(random, one.name);
      return { expr: dress(random, wrong, isCounter(one)), suggestion: one.name };
    },
  },
  "wrong ending": {
    reasons: ["metric_unknown"],
    make: (random) => {
      const one = pick(random, knownMetrics);
      return { expr: dress(random, wrongEnding(one.name), isCounter(one)), suggestion: one.name };
    },
  },
  "label misspelt": {
    reasons: ["label_unknown"],
    make: (random) => {
      const one = metric(random);
      const [label, values] = someLabel(random, one.labels);
      const selector = `${one.name}{${matcher(misspell(random, label), pick(random, values))}}`;
      return { expr: dress(random, selector, isCounter(one)), suggestion: label };
    },
  },
  "value misspelt": {
    reasons: ["value_unknown"],
    make: (random) => {
      const one = metric(random);
      const [label, values] = someLabel(random, one.labels);
      const value = pick(random, values);
      const text = matcher(label, `${value}zz`, pick(random, ["=", "=~"]));
      return { expr: dress(random, `${one.name}{${text}}`, isCounter(one)), suggestion: value };
    },
  },
  "every value excluded": {
    reasons: ["value_unknown"],
    make: (random) => {
      const one = metric(random);
      const [label, values] = someLabel(random, one.labels);
      const text = matcher(label, random() < 0.5 ? values.join("|") : ".+", "!~");
      return { expr: dress(random, `${one.name}{${text}}`, isCounter(one)) };
    },
  },
  "no such combination": {
    reasons: ["no_such_combination"],
    make: (random) => {
      const selector = pick(random, [
        'up{job="gone",instance="127.0.0.1:1"}',
        'up{job="live",instance=~"g:.*"}',
        'scrape_duration_seconds{job="live",instance="127.0.0.1:1"}',
        'shard_size{shard="1",zone="y"}',
        'shard_size{shard=~"2|3",zone!="y"}',
      ]);
      return { expr: dress(random, selector, false) };
    },
  },
  "no samples in the range": {
    reasons: ["no_samples_in_range"],
    make: (random) =>
      random() < 0.3
        ? { expr: dress(random, "late_gauge", false), range: { endedAgo: 5_400, length: 1_800 } }
        : { expr: dress(random, pick(random, ["old_total", "old_gauge", 'retired_jobs{zone="x"}']), false) },
  },
  "offset before the first sample": {
    reasons: ["no_samples_in_range"],
    make: (random) => ({ expr: dress(random, `${pick(random, knownMetrics).name} offset 1d`, false) }),
  },
  "another tenant": {
    reasons: ["tenant_matcher"],
    make: (random) => {
      const text = pick(random, ['tenant_id="b"', 'tenant_id=~"b|c"', 'tenant_id!="a"', 'tenant_id!~"a.*"']);
      return { expr: dress(random, `celery_workers{${text}}`, false) };
    },
  },
  "window too short": {
    reasons: ["rate_window"],
    make: (random) => {
      const one = pick(random, knownMetrics.filter(isCounter));
      const call = pick(random, ["rate", "increase", "irate", "delta"]);
      return {
        expr: pick(random, [
          `${call}(${one.name}[5s])`,
          `sum(${call}(${one.name}[10s]))`,
          `rate(minutely[30s])`,
        ]),
      };
    },
  },
  "function for another type": {
    reasons: ["function_mismatch"],
    make: (random) => ({
      expr: pick(random, [
        `rate(${pick(random, ["live_temperature", "live_load"])}[30s]) > ${1 + Math.floor(random() * 5)}`,
        `sum(increase(${pick(random, ["live_temperature", "live_load"])}[1m])) > 100`,
        `delta(${pick(random, ["live_jobs_total", "live_calls_total"])}[30s]) < -${1 + Math.floor(random() * 5)}`,
      ]),
    }),
  },
  "counter reset": {
    reasons: ["counter_reset"],
    make: (random) => ({ expr: `restarted_total > ${2_000 + Math.floor(random() * 5_000)}` }),
  },
  "variable without value": {
    reasons: ["variable_unset"],
    make: (random) => {
      const one = metric(random);
      const [label] = someLabel(random, one.labels);
      return pick(random, [
        { expr: `${one.name}{${matcher(label, "$nothing")}}` },
        { expr: `sum(rate(${one.name}[$window]))` },
        { expr: `${one.name}{${matcher(label, "")}}`, variables: [{ name: "chosen", value: "" }] },
      ]);
    },
  },
  "comparison drops all": {
    reasons: ["comparison_filter"],
    make: (random) => {
      const one = pick(
        random,
        knownMetrics.filter(({ type }) => type === "gauge"),
      );
      const text = pick(random, ["> 1000", "< 0", "== 77.5", "<= -1"]);
      return {
        expr: pick(random, [`${one.name} ${text}`, `sum(${one.name}) ${text}`, `count(${one.name} ${text})`]),
      };
    },
  },
  "sides do not match": {
    reasons: ["no_match"],
    make: (random) => ({
      expr: pick(random, [
        'celery_workers{queue="high"} / celery_workers{queue="low"}',
        "ml_training_accuracy / process_resident_memory_bytes",
        "sum by (queue) (celery_workers) / sum by (hostname) (celery_workers)",
        "celery_workers / celery_task_queued",
        "celery_workers and ml_training_accuracy",
        "sum(ml_jobs_total) / ml_jobs_total",
        "celery_workers > on (queue, hostname) celery_task_queued",
        "celery_task_queued * on (queue) group_left (model_id) ml_training_accuracy",
        "celery_workers * on (queue) celery_task_queued",
      ]),
    }),
  },
  "unless takes all": {
    reasons: ["set_operator"],
    make: (random) => {
      const { name } = metric(random);
      return {
        expr: pick(random, [
          `${name} unless ${name}`,
          `sum(${name}) unless sum(celery_workers)`,
          `sum(${name} unless ${name})`,
        ]),
      };
    },
  },
  "histogram without le": {
    reasons: ["histogram_labels"],
    make: (random) => {
      const name = "maestro_http_request_duration_seconds";
      const share = pick(random, ["0.5", "0.95", "0.99"]);
      return {
        expr: pick(random, [
          `histogram_quantile(${share}, sum(rate(${name}_bucket[5m])))`,
          `histogram_quantile(${share}, sum by (endpoint) (rate(${name}_bucket[5m])))`,
          `histogram_quantile(${share}, rate(${name}_sum[5m]))`,
          `max(histogram_quantile(${share}, sum without (le) (rate(${name}_bucket[5m]))))`,
        ]),
      };
    },
  },
  "absent of what is there": {
    reasons: ["absent"],
    make: (random) => {
      const { name } = metric(random);
      return {
        expr: pick(random, [`absent(${name})`, `absent_over_time(${name}[5m])`, `absent(${name}) > 0`]),
      };
    },
  },
  "time-out": {
    reasons: ["timeout"],
    most: 2,
    make: (random) => ({ datasource: "silent", expr: metric(random).name }),
  },
  "slow query": {
    reasons: ["timeout"],
    most: 2,
    make: (random) => ({ datasource: "slow", expr: metric(random).name }),
  },
  limit: {
    reasons: ["limit"],
    make: (random) =>
      random() < 0.5
        ? { expr: metric(random).name, range: { endedAgo: 0, length: 14_400 }, stepSeconds: 1 }
        : { expr: `sum(max_over_time(${pick(random, ["celery_workers", "ml_jobs_total"])}[4h:100ms]))` },
  },
  "not PromQL": {
    reasons: ["bad_data"],
    make: (random) => {
      const { name } = metric(random);
      return {
        expr: pick(random, [
          `sum(${name}`,
          `${name}{`,
          `rate(${name}[5m]`,
          `sum by job (${name})`,
          `${name} ${name}`,
        ]),
      };
    },
  },
};
