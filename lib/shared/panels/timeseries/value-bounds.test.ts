import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundsRule, extentOf, valueBounds } from "./value-bounds";

const linear: BoundsRule = { distribution: { type: "linear" }, centeredZero: false };
const log10: BoundsRule = { distribution: { type: "log", base: 10 }, centeredZero: false };
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

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

  it("mirrors around zero and survives a minimum above the data", () => {
    const [min, max] = valueBounds([-3, 10], { ...linear, centeredZero: true });
    expect(min).toBe(-max);
    const above = valueBounds([1, 2], { ...linear, min: 50 });
    expect(above[0]).toBe(50);
    expect(above[1]).toBeGreaterThan(50);
  });
});
