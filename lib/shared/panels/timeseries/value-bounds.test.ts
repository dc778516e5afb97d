import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundsRule, extentOf, valueBounds } from "./value-bounds";

const linear: BoundsRule = { distribution: { type: "linear" }, centeredZero: false };
const log10: BoundsRule = { distribution: { type: "log", base: 10 }, centeredZero: false };
const finite = fc.double({ noNaN: true, min: -1e300, max: 1e300 });

describe("valueBounds", () => {
  it("holds all data between two different ends", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const extent = extentOf([values]);
        const [min, max] = valueBounds(extent, linear);
        expect(min).toBeLessThan(max);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
      }),
    );
  });

  it("ends where differences can still be told, however large the values", () => {
    const [min, max] = valueBounds(extentOf([[-1.7e308, 0, 1.7e308]]), linear);
    expect(Number.isFinite(max - min)).toBe(true);
    expect(min).toBeLessThan(max);
  });

  it("holds positive data on a logarithmic scale", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-12, max: 1e15, noNaN: true }), { minLength: 1 }), (values) => {
        const [min, max] = valueBounds(extentOf([values], true), log10);
        expect(min).toBeGreaterThan(0);
        expect(min).toBeLessThanOrEqual(Math.min(...values) * (1 + 1e-9));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(min).toBeLessThan(max);
      }),
    );
  });

  it.each([
    ["no data", [], [0, 100]],
    ["only zeros", [0, 0], [0, 100]],
    ["one value", [5], [0, 10]],
    ["a quadrillion", [1e15], [0, 2e15]],
    ["NaN and infinities beside a number", [Number.NaN, Number.POSITIVE_INFINITY, 5], [0, 10]],
  ])("gives %s room", (_, values, expected) => {
    expect(valueBounds(extentOf([values]), linear)).toEqual(expected);
  });

  it("keeps values apart that differ in the eighth digit", () => {
    const [min, max] = valueBounds([0.1, 0.10000001], linear);
    expect(min).toBeLessThan(0.1);
    expect(max).toBeGreaterThan(0.10000001);
  });

  it("lets fixed bounds win over data and soft ones give way", () => {
    expect(valueBounds([20, 300], { ...linear, min: 0, max: 100 })).toEqual([0, 100]);
    expect(valueBounds([20, 30], { ...linear, softMin: 0, softMax: 100 })).toEqual([0, 100]);
    expect(valueBounds([20, 300], { ...linear, softMin: 0, softMax: 100 })[1]).toBeGreaterThan(300);
  });

  it.each([
    ["a fixed end counts as data on the other side", [40, 60], { min: 0 }, [0, 66]],
    ["whatever lies beyond it does not count", [-34_100, 6_800], { min: 0 }, [0, 7_500]],
    ["a fixed end limits beside a soft one", [20, 182], { min: 0, softMin: 50 }, [0, 200]],
    ["without decimals it ends on whole numbers", [0.2, 7.3], { decimals: 0 }, [0, 9]],
    ["fixed ends stay as they are written", [0.2, 7.3], { min: 0.5, decimals: 0 }, [0.5, 8]],
  ] as const)("decides as Grafana does: %s", (_, extent, rule, expected) => {
    expect(valueBounds([...extent], { ...linear, ...rule })).toEqual(expected);
  });

  it("ends logarithmic scales at powers, and at one where there are no decimals", () => {
    expect(valueBounds([3, 700], { ...log10, min: 2 })).toEqual([1, 1000]);
    expect(valueBounds([0.003, 700], { ...log10, decimals: 0 })).toEqual([1, 1000]);
  });

  it("mirrors around zero and survives a minimum above the data", () => {
    const [min, max] = valueBounds([-3, 10], { ...linear, centeredZero: true });
    expect(min).toBe(-max);
    const above = valueBounds([1, 2], { ...linear, min: 50 });
    expect(above[0]).toBe(50);
    expect(above[1]).toBeGreaterThan(50);
  });
});
