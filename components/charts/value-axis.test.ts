import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { farSteps, tickDecimals, tickSteps } from "./value-axis";

describe("tickDecimals", () => {
  it.each([
    [100, 0],
    [1, 0],
    [2.5, 1],
    [0.25, 2],
    [0.1 + 0.2, 1],
    [1e-9, 9],
    [1e15, 0],
  ])("tells ticks %d apart with %d decimals", (increment, decimals) => {
    expect(tickDecimals(increment)).toBe(decimals);
  });

  it("agrees with Grafana on the steps that axes take", () => {
    const { guessDecimals, roundDecimals } = grafanaData;
    for (const step of [1, 2, 2.5, 5]) {
      for (let power = -4; power <= 6; power++) {
        const increment = Number(`${step}e${power}`);
        expect(tickDecimals(increment)).toBe(guessDecimals(roundDecimals(increment, 6)));
      }
    }
  });
});

describe("tickSteps", () => {
  const between = (steps: readonly number[], min: number, max: number) =>
    steps.filter((step) => step >= min && step <= max);

  it("keeps to steps whose labels are true with the decimals that are shown", () => {
    const steps = tickSteps({ binary: false, finestStep: 0.001 });
    expect(between(steps, 0, 0.03)).toEqual([0.001, 0.002, 0.005, 0.01, 0.02, 0.025]);
  });

  it("knows no step below a whole number, nor halves of one", () => {
    expect(between(tickSteps({ binary: false, finestStep: 1 }), 0, 10)).toEqual([1, 2, 5, 10]);
  });

  it("is free without decimals, and of powers of two for bytes", () => {
    expect(between(tickSteps({ binary: false, finestStep: null }), 0.1, 1)).toEqual([0.1, 0.2, 0.25, 0.5, 1]);
    expect(between(tickSteps({ binary: true, finestStep: 1 }), 1, 8)).toEqual([1, 2, 4, 8]);
  });
});

describe("farSteps", () => {
  it("go on where the usual steps end", () => {
    expect(farSteps(2e15)).toEqual([]);
    expect(farSteps(2.4e300)).toEqual([1e299, 2e299, 2.5e299, 5e299, 1e300, 2e300, 2.5e300, 5e300]);
  });
});
