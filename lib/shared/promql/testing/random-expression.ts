import fc from "fast-check";
import { gap, randomSelector } from "./random-selector";

const duration = fc.constantFrom(
  "5m",
  "90s",
  "1h30m",
  "300",
  "1m + 2m",
  "(5m * 2)",
  "step() * 4",
  "max_of(1m, 2m)",
);
const offset = fc.constantFrom(" offset 5m", " offset -1m", " OFFSET 300", " offset (1m * 2)");
const at = fc.constantFrom(" @ 1699999000", " @ 1.7e9", " @ end()", " @ start()");
const modifier = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: offset },
  { weight: 1, arbitrary: at },
  { weight: 1, arbitrary: fc.tuple(offset, at).map(([o, a]) => o + a) },
  { weight: 1, arbitrary: fc.tuple(at, offset).map(([a, o]) => a + o) },
);
const number = fc.constantFrom("1", "0x1f", "1e3", ".5", "Inf", "-NaN", "5m", "-(2)", "time()", "pi()");

const functionsOfVector = fc.constantFrom(
  ..."abs absent ceil cos day_of_month days_in_month deg exp floor histogram_avg histogram_count ln minute month rad scalar sgn sort sort_desc sqrt timestamp year".split(
    " ",
  ),
);
const functionsOfRange = fc.constantFrom(
  ..."rate increase irate delta idelta deriv changes resets absent_over_time avg_over_time count_over_time first_over_time last_over_time mad_over_time max_over_time present_over_time stddev_over_time sum_over_time ts_of_max_over_time".split(
    " ",
  ),
);
const aggregation = fc.constantFrom("sum", "max", "min", "avg", "count", "group", "stddev", "stdvar", "SUM");
const aggregationWith = fc.constantFrom(
  "topk(3",
  "bottomk(2",
  "quantile(0.9",
  "limitk(2",
  'count_values("owner"',
  "limit_ratio(0.5",
);
const grouping = fc.constantFrom(
  "",
  " by (job)",
  " without (le)",
  " by (owner, tenant_id)",
  " by ()",
  ' by ("job")',
);
const operator = fc.constantFrom(
  ..."+ - * / % ^ atan2 == != > < >= <= and or unless AND Or".split(" "),
  "> bool",
  "== bool on (owner)",
  "* on (job) group_left (owner)",
  "* on (job) group_right (le)",
  "- ignoring (tenant_id)",
  "/ ignoring (owner, tenant_id) group_left ()",
  "+ fill (0)",
  "+ on (job) fill_left (1) fill_right (2)",
  "and on (job)",
  "or ignoring (owner)",
  "unless on ()",
);

interface Kinds {
  vector: string;
  range: string;
  scalar: string;
}

/** Random PromQL of every form that the grammar knows, what old engines do not understand included. */
export const randomExpression = fc.letrec<Kinds>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 4, depthIdentifier: "promql" },
    fc.tuple(randomSelector, modifier).map(([selector, more]) => selector + more),
    fc
      .tuple(functionsOfVector, tie("vector"), gap)
      .map(([f, v, g]) => (f === "scalar" ? `vector(scalar(${v}))` : `${f}(${g}${v}${g})`)),
    fc.tuple(functionsOfRange, tie("range")).map(([f, r]) => `${f}(${r})`),
    fc.tuple(aggregation, grouping, tie("vector")).map(([a, by, v]) => `${a}${by} (${v})`),
    fc.tuple(aggregation, grouping, tie("vector")).map(([a, by, v]) => `${a} (${v})${by}`),
    fc.tuple(aggregationWith, grouping, tie("vector")).map(([a, by, v]) => `${a}, ${v})${by}`),
    fc.tuple(tie("vector"), operator, tie("vector"), gap).map(([l, op, r, g]) => `(${l}${g} ${op} ${r})`),
    fc
      .tuple(tie("vector"), fc.constantFrom("* 2", "> 0", "or vector(1)", "^ 2", "% -3", "<= bool 5"))
      .map(([v, op]) => `(${v}) ${op}`),
    fc.tuple(tie("scalar"), tie("vector")).map(([s, v]) => `${s} * (${v})`),
    fc.tuple(fc.constantFrom("-", "+", "- -"), tie("vector")).map(([sign, v]) => `${sign}(${v})`),
    fc.tuple(tie("vector"), modifier).map(([v, more]) => `sum_over_time((${v})[10m:1m]${more})`),
    tie("vector").map((v) => `label_replace(${v}, "tenant_id", "b", "job", "(.*)")`),
    tie("vector").map((v) => `label_join(${v}, "owner", "-", "job", "tenant_id")`),
    tie("vector").map((v) => `clamp(${v}, 0, scalar(${v}))`),
    tie("vector").map((v) => `histogram_quantile(0.9, ${v})`),
    tie("vector").map((v) => `sort_by_label(${v}, "owner")`),
    tie("range").map((r) => `quantile_over_time(0.5, ${r})`),
    tie("range").map((r) => `predict_linear(${r}, 60)`),
    tie("scalar").map((s) => `vector(${s})`),
  ),
  range: fc.oneof(
    { maxDepth: 3, depthIdentifier: "promql" },
    fc.tuple(randomSelector, duration, modifier).map(([s, d, more]) => `${s}[${d}]${more}`),
    fc.tuple(randomSelector, fc.constantFrom(" anchored", " smoothed")).map(([s, how]) => `${s}[5m]${how}`),
    fc.tuple(tie("vector"), modifier).map(([v, more]) => `(${v})[10m:1m]${more}`),
    tie("vector").map((v) => `(${v})[5m:]`),
  ),
  scalar: fc.oneof(
    { maxDepth: 3, depthIdentifier: "promql" },
    number,
    tie("vector").map((v) => `scalar(${v})`),
    fc.tuple(number, number).map(([a, b]) => `(${a} + ${b})`),
  ),
})).vector;
