import fc from "fast-check";

const metric = fc.constantFrom(
  "canary",
  "requests_total",
  "sum",
  "by",
  "offset_total",
  "start",
  "job:rate5m",
  ":odd:",
  "_x",
);
const label = fc.constantFrom(
  "tenant_id",
  "job",
  "instance",
  "le",
  "owner",
  "__name__",
  '"tenant_id"',
  "'tenant_id'",
  "`tenant_id`",
  '"odd.label"',
  "by",
);
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
  '"\\x62"',
  '"\\142"',
  '".+"',
  '"(a|b)"',
  '"(?i)B"',
  '"a\\nb"',
  '"ü"',
  "`\\`",
);
const quotedName = fc.constantFrom('"canary"', "'odd.metric'", "`canary`");

/** White space and comments of all kinds. */
export const gap = fc.constantFrom("", " ", "\n", "\t", ' # {tenant_id="b"}\n', "\r\n", "#\r\n", " \u00a0");

const matchers = fc
  .array(fc.tuple(label, operator, value), { maxLength: 4 })
  .map((list) => list.map(([name, op, text]) => `${name}${op}${text}`));

export const randomSelector = fc
  .tuple(
    fc.option(metric, { nil: "" }),
    fc.option(quotedName, { nil: null, freq: 8 }),
    matchers,
    gap,
    fc.constantFrom(" , ", ",", ",\n"),
  )
  .map(([name, quoted, list, space, comma]) => {
    const inside = [...(quoted === null || name !== "" ? [] : [quoted]), ...list].join(comma);
    return inside === "" && name !== "" ? name : `${name}${space}{${space}${inside}}`;
  });
