import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/shared/errors";
import { enforceMatchers, enforceSelector, tenantSelector } from "./enforce";
import { parseEnforced, parsePromql } from "./parse";
import { quote } from "./quote";
import { selectorsOf } from "./selectors-of";
import { randomExpression } from "./testing/random-expression";

const own = { tenant_id: "acme" };
const T = 'tenant_id="acme"';

const table: [string, string][] = [
  ["up", `up{${T}}`],
  ["{}", `{${T}}`],
  ['{"odd.metric"}', `{"odd.metric",${T}}`],
  ['{__name__=~"canary.*"}', `{__name__=~"canary.*",${T}}`],
  ["{__name__=`up`}", `{__name__="up",${T}}`],
  ['up{job="a",}', `up{job="a",${T}}`],
  ["up{job='a\\'b\"'}", `up{job="a'b\\"",${T}}`],
  ['up{job="\\x61\\142\\u0063"}', `up{job="abc",${T}}`],
  ['up{"a.b"="c","0d"!~"e"}', `up{"a.b"="c","0d"!~"e",${T}}`],
  ['{"can\\u0061ry"}', `{"canary",${T}}`],
  ["sum by (a) (rate(foo[5m]))", `sum by (a) (rate(foo{${T}}[5m]))`],
  ["sum(foo) without (a)", `sum(foo{${T}}) without (a)`],
  ["a / on (x) group_left (y) b", `a{${T}} / on (x) group_left(y) b{${T}}`],
  ["a and b or c unless d", `a{${T}} and b{${T}} or c{${T}} unless d{${T}}`],
  ["max_over_time(rate(foo[5m])[1h:30s])", `max_over_time(rate(foo{${T}}[5m])[1h:30s])`],
  ["foo[1h:]", `foo{${T}}[1h:]`],
  ["foo offset -5m", `foo{${T}} offset - 5m`],
  ["foo @ start()", `foo{${T}} @ start()`],
  ["foo @ 1609746000.5 offset 1d", `foo{${T}} @ 1609746000.5 offset 1d`],
  ["absent(foo)", `absent(foo{${T}})`],
  ['label_replace(foo, "tenant_id", "b", "", "")', `label_replace(foo{${T}}, "tenant_id", "b", "", "")`],
  ["a # {b}\n+ # c\r b\n c", `a{${T}} + c{${T}}`],
  ["a\r\n+\t\u00a0b", `a{${T}} + b{${T}}`],
  ["sum", `sum{${T}}`],
  ["by + on_call", `by{${T}} + on_call{${T}}`],
  ["-foo ^ 2", `- foo{${T}} ^ 2`],
  ["1 + 2", "1 + 2"],
  ["vector(time())", "vector(time())"],
  ["count_values('tenant_id', foo)", `count_values("tenant_id", foo{${T}})`],
  ["a > bool NaN", `a{${T}} > bool NaN`],
];

const naming = ['="b"', '!="acme"', '=~".*"', '!~"acme"', '=""', "='b'", '="acme"'].flatMap((rest) => [
  `up{tenant_id${rest}}`,
  `up{"tenant_id"${rest}}`,
  `up{tenant_id${rest},tenant_id${rest}}`,
  `{tenant_id${rest}}`,
]);

const refused = [
  "",
  " ",
  "# only a comment",
  "up{",
  "up}",
  'up{a="b',
  'up{a="b}',
  "up{a='b\"}",
  'up{a="\\q"}',
  'up{a="\\xff"}',
  'up{a="\\ud800"}',
  "sum(",
  "sum(up) up",
  "up bar",
  "up;up",
  "up || up",
  "up -- up{",
  'up{a="b" or c="d"}',
  "WITH (x = up) x",
  "up keep_metric_names",
  "rollup_rate(up[5m])",
  "rate(up[5i])",
  "up default 0",
  "sum(up) limit 3",
  "up ifnot bar",
  'info(up, {a="b"})',
  "info(up)",
  "up | json",
  '{a="b"} |= "x"',
  "SELECT * FROM up",
  "$__interval",
  "rate(up[$__rate_interval])",
  "\ud800",
];

describe("enforceMatchers", () => {
  it.each(table)("%s", (expr, expected) => expect(enforceMatchers(expr, own).expr).toBe(expected));

  it.each(naming)("joins the matcher beside the one written: %s", (expr) => {
    const result = enforceMatchers(expr, own);
    expect(result.expr).toMatch(/,tenant_id="acme"\}$/);
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toContain('"tenant_id"');
  });

  it("notes when the matcher written makes no difference", () => {
    for (const rest of ['="acme"', '=~"acme"', '=~".*"', '=~"(globex|acme)"', '=~".+"']) {
      const { warnings, notes } = enforceMatchers(`up{tenant_id${rest}}`, own);
      expect(notes, rest).toEqual(warnings);
      expect(warnings).toEqual([expect.stringContaining("changes nothing")]);
    }
    for (const rest of ['="b"', '!="acme"', '=~"glob.*"', '=~"acme"} + up{tenant_id="b"']) {
      expect(enforceMatchers(`up{tenant_id${rest}}`, own).notes, rest).toEqual([]);
    }
  });

  it("says nothing of labels that the datasource does not set", () => {
    const plain = { warnings: [], notes: [], conflicts: [] };
    expect(enforceMatchers('up{job="a"}', own)).toEqual({ expr: `up{job="a",${T}}`, ...plain });
  });

  it.each(refused)("refuses %j with the place where it knows one", (expr) => {
    expect(() => enforceMatchers(expr, own)).toThrow(AppError);
  });

  it("says line and column", () => {
    expect(() => enforceMatchers("sum(\n  up up)", own)).toThrow(/^2:6: parse error: unexpected "up"/);
  });

  it("escapes any value of a matcher, and refuses an empty one and odd labels", () => {
    for (const value of ['a"}', "a\\", "a\nb", ".*", "a|b", "`", "'", "\u0000", "ü"]) {
      const { expr } = enforceMatchers("up", { tenant_id: value });
      expect(expr).toBe(`up{tenant_id=${quote(value)}}`);
      expect(selectorsOf(expr, parsePromql(expr))[0]?.matchers[0]).toEqual({
        label: "tenant_id",
        operator: "=",
        value,
      });
    }
    expect(() => enforceMatchers("up", { tenant_id: "" })).toThrow(AppError);
    expect(() => enforceMatchers("up", { "a-b": "c" })).toThrow(AppError);
    expect(() => enforceMatchers("up", { __name__: "c" })).toThrow(AppError);
  });

  it("carries several matchers", () => {
    expect(enforceMatchers("a+b", { t: "1", u: "2" }).expr).toBe('a{t="1",u="2"} + b{t="1",u="2"}');
  });

  it("carries a list of values as one escaped expression", () => {
    const given = ["acme", "a.b", "x|y", 'q"\\', "acme"];
    expect(enforceMatchers("a+b{t='1'}", { tenant_id: given, u: ["2"] }).expr).toBe(
      'a{tenant_id=~"acme|a\\\\.b|x\\\\|y|q\\"\\\\\\\\",u="2"} + b{t="1",tenant_id=~"acme|a\\\\.b|x\\\\|y|q\\"\\\\\\\\",u="2"}',
    );
    expect(() => enforceMatchers("a", { tenant_id: [] })).toThrow(AppError);
    expect(() => enforceMatchers("a", { tenant_id: ["acme", ""] })).toThrow(AppError);
  });

  it("knows which of several own values a text chooses", () => {
    const list = { tenant_id: ["acme", "globex"] };
    for (const rest of ['="acme"', '=~"acme|globex"', '=~".*"']) {
      const { notes, warnings, conflicts } = enforceMatchers(`up{tenant_id${rest}}`, list);
      expect(notes, rest).toEqual(warnings);
      expect(conflicts).toEqual([]);
    }
    expect(enforceMatchers('up{tenant_id="acme"}', list).warnings).toEqual([
      expect.stringContaining("can only narrow the result"),
    ]);
    expect(enforceMatchers('up{tenant_id=~".*"}', list).warnings).toEqual([
      expect.stringContaining("changes nothing"),
    ]);
    expect(enforceMatchers('up{tenant_id=~"acme"}', list).notes).toEqual([]);
    expect(enforceMatchers('up{tenant_id="b"}', list).conflicts).toEqual(["tenant_id"]);
  });

  it("takes an expression that only the matchers make longer than 16 kB, up to a limit", () => {
    const text = `${"a+".repeat(100)}a`;
    const { expr } = enforceMatchers(text, { tenant_id: "acme".repeat(75) });
    expect(selectorsOf(expr, parseEnforced(expr))).toHaveLength(101);
    expect(() => parsePromql(expr)).toThrow(/16 kB/);
    expect(() => enforceMatchers(text, { tenant_id: "acme".repeat(200) })).toThrow(/too many selectors/);
  });

  it("reaches every selector of random expressions, and enforcing twice adds only itself", () => {
    fc.assert(
      fc.property(randomExpression, (expr) => {
        const { expr: enforced } = enforceMatchers(expr, own);
        const before = selectorsOf(expr, parsePromql(expr));
        const after = selectorsOf(enforced, parsePromql(enforced));
        expect(after).toHaveLength(before.length);
        for (const [index, selector] of after.entries()) {
          expect(selector.matchers.at(-1)).toEqual({ label: "tenant_id", operator: "=", value: "acme" });
          expect(selector.matchers.slice(0, -1)).toEqual(before[index]?.matchers);
        }
        expect(enforceMatchers(enforced, {}).expr).toBe(enforced);
      }),
      { numRuns: 500 },
    );
  });

  it("never lets random text through unenforced", () => {
    const piece = fc.constantFrom(
      "up",
      "{",
      "}",
      "(",
      ")",
      '"',
      "'",
      "`",
      "\\",
      ",",
      "=",
      "tenant_id",
      "b",
      "#",
      "\n",
      "[5m]",
      "or",
      " ",
      "+",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let enforced: string;
        try {
          enforced = enforceMatchers(pieces.join(""), own).expr;
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        for (const selector of selectorsOf(enforced, parsePromql(enforced))) {
          expect(selector.matchers.at(-1)?.value).toBe("acme");
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("enforceSelector", () => {
  it("takes one selector and nothing else", () => {
    expect(enforceSelector(" up # x", own).expr).toBe(`up{${T}}`);
    expect(enforceSelector('{__name__=~".+"}', own).expr).toBe(`{__name__=~".+",${T}}`);
    for (const text of ["up[5m]", "up + up", "(up)", "up offset 5m", "sum(up)", "1", '"up"', "", "{"]) {
      expect(() => enforceSelector(text, own), text).toThrow(AppError);
    }
  });
});

describe("tenantSelector", () => {
  it("is all that a tenant may see", () => {
    expect(tenantSelector(own)).toBe(`{${T}}`);
    expect(tenantSelector({})).toBeNull();
  });
});
