import { describe, expect, it } from "vitest";
import { planReuse } from "./plan-reuse";

const nowMs = 1_700_000_000_000;

function planOf(
  form: Record<string, string>,
  more: { endpoint?: "query" | "query_range"; shareMs?: number } = {},
) {
  const { endpoint = "query_range", shareMs = 0 } = more;
  const input = { tenantId: "t", endpoint, nowMs, freshMs: 60_000, aheadMs: () => 0, shareMs };
  return planReuse({ ...input, form: Object.entries({ query: "up", ...form }) });
}

describe("what of an answer may be kept", () => {
  const range = { start: "1699990000", end: "1699999000", step: "15" };

  it("is the grid of a range up to where samples may still arrive", () => {
    const parts = {
      fromMs: 1_699_990_000_000,
      toMs: 1_699_999_000_000,
      stepMs: 15_000,
      settledMs: nowMs - 60_000,
    };
    expect(planOf(range)).toMatchObject({ whole: { name: "settled" }, parts });
    expect(planOf({ ...range, end: "1700000000" })).toMatchObject({
      whole: null,
      parts: { toMs: 1_699_999_990_000 },
    });
    expect(planOf({ ...range, start: "1699990000.001" }).parts).toMatchObject({ fromMs: 1_699_990_000_001 });
  });

  it("is no grid that falls between two milliseconds, and none that has not begun", () => {
    for (const odd of [
      { start: "1699990000.0004" },
      { step: "0.0005" },
      { step: "15.0005" },
      { start: "1699999999" },
    ]) {
      expect(planOf({ ...range, ...odd, end: "1700000000" }).parts, JSON.stringify(odd)).toBeNull();
    }
    expect(planOf({ ...range, end: "1699999000.0004" })).toMatchObject({ whole: null, parts: null });
  });

  it("is nothing with a parameter that changes answers, and of one moment no parts", () => {
    expect(planOf({ ...range, stats: "all" })).toMatchObject({ whole: null, parts: null });
    expect(planOf({ time: "1699990000" }, { endpoint: "query" })).toMatchObject({
      whole: { name: "settled" },
      parts: null,
    });
    expect(planOf({ time: "1700000000" }, { endpoint: "query" })).toMatchObject({ whole: null, parts: null });
  });

  it("is for the rest of a slot what pages share", () => {
    const { whole } = planOf({ time: "1700000000" }, { endpoint: "query", shareMs: 15_000 });
    expect(whole?.name).toMatch(/^slot:15000:/);
    expect(whole?.ttlMs).toBe(10_000);
  });
});
