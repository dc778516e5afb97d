import { knownMetrics } from "./explain-stand";
import {
  dress,
  isCounter,
  matcher,
  metric,
  misspell,
  pick,
  someLabel,
  wrongEnding,
} from "./faulty-expressions";
import type { FaultKinds } from "./seeded-fault";

/** What is asked for is not there, or is not reached. */
export const faultsOfSelectors: FaultKinds = {
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
};
