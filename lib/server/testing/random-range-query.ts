import fc from "fast-check";

/** Metrics that `growing-series.ts` writes. */
const counters = ["requests_total", "late_total"];
const gauges = ["temperature", "flapping"];

const matchers = fc.constantFrom(
  "",
  "",
  '{instance="a"}',
  '{instance=~"a|b"}',
  '{code!="500"}',
  '{job=~".+"}',
);
const named = fc.tuple(fc.constantFrom(...counters, ...gauges), matchers).map((parts) => parts.join(""));
const unnamed = fc.constantFrom(
  '{__name__=~"requests_total|temperature"}',
  '{instance="a"}',
  '{__name__=~".+_total",code="200"}',
);
const selector = fc.oneof({ weight: 9, arbitrary: named }, { weight: 1, arbitrary: unnamed });
const modifier = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(" offset 1m", " offset 7m30s", " offset -30s", " offset -1m", " offset -5m"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(" @ start()", " @ end()", " @ PAST", " @ NOW", " @ PAST offset -2m"),
  },
);
const window = fc.constantFrom("17s", "30s", "1m", "2m30s", "5m");
const overTime = fc.constantFrom(
  "rate",
  "increase",
  "irate",
  "delta",
  "idelta",
  "deriv",
  "changes",
  "resets",
  "avg_over_time",
  "min_over_time",
  "max_over_time",
  "sum_over_time",
  "count_over_time",
  "last_over_time",
  "stddev_over_time",
  "present_over_time",
  "absent_over_time",
);
const subquery = fc.constantFrom(
  "[5m:30s]",
  "[3m:7s]",
  "[10m:]",
  "[2m:15s] offset 1m",
  "[1m:10s] offset -30s",
);
const aggregation = fc.constantFrom(
  "sum",
  "avg",
  "min",
  "max",
  "count",
  "group",
  "stddev",
  "topk(2, ",
  "bottomk(1, ",
  "quantile(0.5, ",
  'count_values("value", ',
);
const grouping = fc.constantFrom("", " by (instance)", " by (job, code)", " without (code)");
const operator = fc.constantFrom(
  "+",
  "-",
  "/",
  "*",
  "> bool",
  "==",
  "and",
  "or",
  "unless",
  "and on (instance)",
);

function aggregate(name: string, by: string, inner: string): string {
  if (!name.endsWith(" ")) return `${name}${by} (${inner})`;
  return `${name}${inner})${by}`;
}

const vector = fc.letrec<{ vector: string; range: string }>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 3, depthIdentifier: "range-query" },
    fc.tuple(selector, modifier).map((parts) => parts.join("")),
    fc.tuple(overTime, tie("range")).map(([name, range]) => `${name}(${range})`),
    fc.tuple(aggregation, grouping, tie("vector")).map(([name, by, inner]) => aggregate(name, by, inner)),
    fc.tuple(overTime, tie("range"), grouping).map(([name, range, by]) => `sum${by} (${name}(${range}))`),
    fc.tuple(tie("vector"), operator, tie("vector")).map(([l, op, r]) => `(${l} ${op} ${r})`),
    fc
      .tuple(tie("vector"), fc.constantFrom("* 2", "> 0", "% 7", "- time()"))
      .map(([v, op]) => `(${v}) ${op}`),
    fc
      .tuple(fc.constantFrom("abs", "ceil", "timestamp", "absent", "hour", "sgn"), tie("vector"))
      .map(([name, inner]) => `${name}(${inner})`),
    tie("vector").map((inner) => `-(${inner})`),
    tie("vector").map((inner) => `label_replace(${inner}, "instance", "$1", "job", "(.*)")`),
    fc.constantFrom(
      "histogram_quantile(0.9, sum by (le) (rate(latency_bucket[2m])))",
      "time()",
      "vector(1)",
      'scalar(temperature{instance="a"}) * 2',
      "predict_linear(temperature[5m], 60)",
      'requests_total / on (instance) group_left () temperature{code="200"}',
      "quantile_over_time(0.3, temperature[2m])",
      "sum(start() + temperature)",
    ),
  ),
  range: fc.oneof(
    { maxDepth: 2, depthIdentifier: "range-query" },
    fc.tuple(selector, window, modifier).map(([one, length, moved]) => `${one}[${length}]${moved}`),
    fc.tuple(tie("vector"), subquery).map(([inner, length]) => `(${inner})${length}`),
  ),
})).vector;

/** Range queries of many forms; `PAST` and `NOW` stand for times in seconds. */
export const randomRangeQuery = vector;
