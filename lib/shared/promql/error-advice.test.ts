import { expect, it } from "vitest";
import { errorAdvice } from "./error-advice";

it("says what to do about what Prometheus refuses, in its own words of today", () => {
  const parse = '1:6: parse error: expected type range vector in call to function "rate", got instant vector';
  expect(errorAdvice(parse)).toBe("Give it a window: rate(...[5m]).");
  const range = 'invalid expression type "range vector" for range query, must be Scalar or instant Vector';
  expect(errorAdvice(range)).toMatch(/around the window/);
  expect(errorAdvice('1:11: parse error: unexpected number "5" in offset, expected duration')).toMatch(
    /unit/,
  );
  expect(errorAdvice("many-to-many matching not allowed")).toBeNull();
});
