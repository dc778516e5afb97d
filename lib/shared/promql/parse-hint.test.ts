import { expect, it } from "vitest";
import { findPromqlError } from "./parse";

it.each([
  ["sum by (endpoint (rate(x[5m])", 'a ")" is missing for the "(" at 1:8'],
  ["sum(rate(x[5m])", 'a ")" is missing for the "(" at 1:4'],
  ["sum(\n  rate(x[5m)", 'a "]" is missing for the "[" at 2:9'],
  ["rate(x[5m]))", 'this ")" closes nothing'],
  ['x{a="b', "the text that begins at 1:5 is not closed"],
  ['x{a="b"', 'a "}" is missing for the "{" at 1:2'],
  ["x{a=b}", 'a value stands in quotes: "b"'],
  ["x{a=“b”}", "texts stand in straight quotes, not in “"],
  ['x{a=="b"}', "labels are compared with one ="],
  ['x{a="b" c="d"}', "a comma is missing between the matchers"],
  ["sum by endpoint (x)", "labels stand in brackets: by (endpoint)"],
  ["rate x[5m]", 'between "rate" and "x" an operator is missing, or brackets: rate(x...)'],
  ["http.requests", 'a name with dots stands in braces and quotes: {"a.b"}'],
  ["x = 5", "values are compared with =="],
  ["x => 5", "greater or equal is >="],
  ["count(x) > = 5", "< and > stand beside their = without a space"],
  ["x /", "something is missing behind the last word"],
  ["rate(x[$window])", "a variable stands there, and nothing fills it in"],
])("%s", (expr, hint) => {
  expect(findPromqlError(expr)?.message).toMatch(/^\d+:\d+: parse error: unexpected /);
  expect(findPromqlError(expr)?.message.endsWith(`: ${hint}`)).toBe(true);
});

it("says nothing more where nothing usual is wrong, and reads past texts and comments", () => {
  expect(findPromqlError("x + * y")?.message).toBe('1:5: parse error: unexpected "*"');
  expect(findPromqlError('sum(x{a="("} # )\n')?.message).toMatch(/a "\)" is missing for the "\(" at 1:4$/);
});
