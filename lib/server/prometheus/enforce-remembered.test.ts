import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import { randomExpression } from "@/lib/shared/promql/testing/random-expression";
import { enforceRemembered } from "./enforce-remembered";

const tenants: EnforcedMatchers[] = [
  {},
  { t: "a" },
  { t: "b" },
  { t: ["a", "b"] },
  { t: "a", u: "b" },
  { u: "a" },
  { t: 'a","u":"b' },
];

describe("enforceRemembered", () => {
  it("says of each text for each tenant what enforcing says, whoever asked it before", () => {
    fc.assert(
      fc.property(randomExpression, fc.shuffledSubarray([...tenants, ...tenants]), (expr, asking) => {
        for (const matchers of asking) {
          expect(enforceRemembered(expr, matchers)).toEqual(enforceMatchers(expr, matchers));
        }
      }),
    );
  });

  it("refuses each time", () => {
    for (let turn = 0; turn < 2; turn++)
      expect(() => enforceRemembered("up{", { t: "a" })).toThrow(/parse error/);
  });

  it("lets nobody change what others are told", () => {
    const enforced = enforceRemembered("up{t='b'}", { t: "a" });
    expect(() => Object.assign(enforced, { expr: "up" })).toThrow(TypeError);
    expect(enforced.warnings).toHaveLength(1);
  });
});
