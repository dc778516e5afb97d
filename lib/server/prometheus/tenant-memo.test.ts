import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import { randomExpression } from "@/lib/shared/promql/testing/random-expression";
import { TenantMemo } from "./tenant-memo";

const matchers: EnforcedMatchers[] = [
  {},
  { t: "a" },
  { t: "b" },
  { t: ["a", "b"] },
  { t: "a", u: "b" },
  { u: "a" },
  { t: 'a","u":"b' },
];

describe("TenantMemo", () => {
  it("says of each text for each tenant what enforcing says, whoever asked it before", () => {
    const memo = new TenantMemo<ReturnType<typeof enforceMatchers>>(100_000);
    fc.assert(
      fc.property(randomExpression, fc.shuffledSubarray([...matchers, ...matchers]), (expr, asking) => {
        for (const own of asking) {
          const think = () => enforceMatchers(expr, own);
          expect(memo.ask("t", [expr, own], think)).toEqual(think());
        }
      }),
    );
  });

  it("thinks for each tenant itself, once", () => {
    const memo = new TenantMemo<{ thought: number }>(100_000);
    let thought = 0;
    const ask = (tenantId: string) => memo.ask(tenantId, ["up", { t: "a" }], () => ({ thought: ++thought }));
    expect([ask("a"), ask("a"), ask("b"), ask("a")].map((said) => said.thought)).toEqual([1, 1, 2, 1]);
  });

  it("remembers no failure, lets nobody change what it said, and forgets what is too much", () => {
    const memo = new TenantMemo<{ text: string }>(4_000);
    const fail = () => memo.ask("a", "broken", () => enforceMatchers("up{", {}) && { text: "" });
    for (let turn = 0; turn < 2; turn++) expect(fail).toThrow(/parse error/);
    const said = memo.ask("a", "first", () => ({ text: "1" }));
    expect(() => Object.assign(said, { text: "2" })).toThrow(TypeError);
    for (let index = 0; index < 20; index++) memo.ask("a", index, () => ({ text: "x" }));
    expect(memo.ask("a", "first", () => ({ text: "again" })).text).toBe("again");
  });
});
