import fc from "fast-check";

const metric = fc.constantFrom(
  "canary",
  "requests_total",
  "sum",
  "by",
  "offset_total",
  "start",
  "job:rate5m",
);
const label = fc.constantFrom("tenant_id", "job", "instance", "le", "__name__", '"tenant_id"', '"odd.label"');
const operator = fc.constantFrom("=", "!=", "=~", "!~");
const value = fc.constantFrom(
  '""',
  '"b"',
  "'b'",
  "`b`",
  '"a|b"',
  '".*"',
  '"\\"}"',
  "'\\''",
  '"\\u0062"',
  '".+"',
  '"(a|b)"',
);
const gap = fc.constantFrom("", " ", "\n", "\t", ' # {tenant_id="b"}\n', "\r\n");

const matchers = fc
  .array(fc.tuple(label, operator, value), { maxLength: 4 })
  .map((list) => list.map(([name, op, text]) => `${name}${op}${text}`).join(" , "));

export const randomSelector = fc
  .tuple(fc.option(metric, { nil: "" }), matchers, gap)
  .map(([name, inside, space]) =>
    inside === "" && name !== "" ? name : `${name}${space}{${space}${inside}}`,
  );

/** Random PromQL of many forms; `count` of the selectors in it can be had by counting those of a parse. */
export const randomExpression = fc.letrec<{ vector: string; range: string }>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 4, depthIdentifier: "promql" },
    randomSelector,
    fc
      .tuple(randomSelector, fc.constantFrom(" offset 5m", " @ 1700000000", " offset -1m", " @ end()"))
      .map(([s, m]) => s + m),
    fc
      .tuple(fc.constantFrom("abs", "ceil", "sort", "absent", "timestamp"), tie("vector"), gap)
      .map(([f, v, g]) => `${f}(${g}${v}${g})`),
    fc
      .tuple(fc.constantFrom("rate", "max_over_time", "count_over_time", "absent_over_time"), tie("range"))
      .map(([f, r]) => `${f}(${r})`),
    fc
      .tuple(
        fc.constantFrom("sum", "max", "count", "group"),
        fc.constantFrom("", " by (job)", " without (le)"),
        tie("vector"),
      )
      .map(([a, by, v]) => `${a}${by} (${v})`),
    fc
      .tuple(
        tie("vector"),
        fc.constantFrom(
          "+",
          "/",
          "and",
          "or",
          "unless",
          "> bool",
          "* on (job) group_left (le)",
          "- ignoring (tenant_id)",
          "==",
        ),
        tie("vector"),
        gap,
      )
      .map(([l, op, r, g]) => `(${l}${g} ${op} ${r})`),
    fc
      .tuple(tie("vector"), fc.constantFrom("* 2", "> 0", "or vector(1)", "^ 2"))
      .map(([v, op]) => `(${v}) ${op}`),
    tie("vector").map((v) => `-(${v})`),
    tie("vector").map((v) => `label_replace(${v}, "tenant_id", "b", "job", "(.*)")`),
  ),
  range: fc.oneof(
    { maxDepth: 3, depthIdentifier: "promql" },
    randomSelector.map((s) => `${s}[5m]`),
    tie("vector").map((v) => `(${v})[10m:1m]`),
  ),
})).vector;
