import { knownMetrics } from "./explain-stand";
import { isCounter, matcher, metric, pick, someLabel } from "./faulty-expressions";
import type { FaultKinds } from "./seeded-fault";

/** What is asked for is there, and the expression loses it. */
export const faultsOfExpressions: FaultKinds = {
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
