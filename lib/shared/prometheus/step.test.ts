import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { alignRange, calculateStep, roundIntervalMs } from "./step";

// The ES module build does not load under Node, the CommonJS one does.
const { rangeUtil } = createRequire(import.meta.url)("@grafana/data") as typeof import("@grafana/data");

const hours = (count: number) => ({ fromMs: 0, toMs: count * 3_600_000 });

describe("roundIntervalMs", () => {
  it("agrees with Grafana's table", () => {
    for (let ms = 1; ms < 40_000_000_000; ms = Math.ceil(ms * 1.07)) {
      expect(roundIntervalMs(ms), String(ms)).toBe(rangeUtil.roundInterval(ms));
    }
  });
});

describe("calculateStep", () => {
  it("gives the step that Grafana gives", () => {
    const input = { ...hours(6), maxDataPoints: 1_000, minIntervalSeconds: 0, scrapeIntervalSeconds: 15 };
    expect(calculateStep(input)).toEqual({ intervalMs: 20_000, stepSeconds: 20, rateIntervalSeconds: 60 });
    expect(calculateStep({ ...input, ...hours(1) }).stepSeconds).toBe(15);
    expect(calculateStep({ ...input, minIntervalSeconds: 60 }).stepSeconds).toBe(60);
    expect(calculateStep({ ...input, intervalFactor: 2 }).stepSeconds).toBe(40);
    expect(calculateStep({ ...input, ...hours(24 * 30) })).toMatchObject({ stepSeconds: 1_800 });
    expect(calculateStep({ ...input, ...hours(24) }).rateIntervalSeconds).toBe(75);
  });
  it("takes the window of a rate from the scrapes, not from the panel's minimum or resolution", () => {
    const input = { ...hours(3), maxDataPoints: 1_000, minIntervalSeconds: 5, scrapeIntervalSeconds: 15 };
    expect(calculateStep(input)).toEqual({ intervalMs: 10_000, stepSeconds: 10, rateIntervalSeconds: 60 });
    const coarse = calculateStep({ ...input, minIntervalSeconds: 120, intervalFactor: 2 });
    expect(coarse).toMatchObject({ stepSeconds: 240, rateIntervalSeconds: 135 });
  });
  it("never asks for more than 11,000 points", () => {
    for (const [h, min] of [
      [24 * 365, 1],
      [24 * 7, 0.001],
      [10, 1],
    ] as const) {
      const step = calculateStep({
        ...hours(h),
        maxDataPoints: 11_000,
        minIntervalSeconds: min,
        scrapeIntervalSeconds: 15,
      });
      expect((h * 3_600) / step.stepSeconds).toBeLessThanOrEqual(11_000);
    }
  });
});

describe("alignRange", () => {
  it("puts both ends on the grid", () => {
    expect(alignRange(1_007_000, 1_052_999, 15)).toEqual({ startSeconds: 1_005, endSeconds: 1_050 });
    expect(alignRange(1_000_300, 1_000_900, 0.5)).toEqual({ startSeconds: 1_000, endSeconds: 1_000.5 });
  });
});
