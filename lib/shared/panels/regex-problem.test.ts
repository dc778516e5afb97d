import { expect, it } from "vitest";
import { regexProblem } from "./regex-problem";

it("says what to do about what cannot be read", () => {
  for (const pattern of ["((", "[", "*", "/(/i", "/unended"])
    expect(regexProblem(pattern), pattern).toMatch(/^This regex cannot be read\. Close/);
  for (const pattern of ["", "(.*)", "/a|b/i", "\\("]) expect(regexProblem(pattern), pattern).toBeNull();
});
