import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { valueBuckets } from "./value-buckets";

const { buildHistogram } = grafanaData;

describe("valueBuckets", () => {
  it("counts every finite value once, in about as many buckets as wanted", () => {
    const value = fc.oneof(
      fc.double({ min: -1e15, max: 1e15, noNaN: true }),
      fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 50 }), { minLength: 1, maxLength: 3 }), (series) => {
        const buckets = valueBuckets(series, { offset: 0 });
        const finite = series.map(
          (values) => values.filter((one) => one !== null && Number.isFinite(one)).length,
        );
        if (!buckets) {
          expect(finite.every((count) => count === 0)).toBe(true);
          return;
        }
        expect(buckets.counts.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual(finite);
        expect(buckets.counts[0]?.length).toBeLessThanOrEqual(32);
        expect(buckets.size).toBeGreaterThan(0);
      }),
    );
  });

  it("chooses the sizes that Grafana chooses", () => {
    for (const values of [
      [1, 2, 3, 100],
      [0.1, 0.35, 7.2],
      [0, 68],
      [0, 115],
      [3, 3, 3.5, 90_000],
      [-4e6, 2e6, 1],
    ]) {
      const fields = [{ name: "a", type: "number", values, config: {} }];
      const theirs = buildHistogram([{ fields, length: values.length }] as never);
      const [min = 0, max = 0] = [theirs?.xMin.values[0], theirs?.xMax.values[0]];
      expect(valueBuckets([values], { offset: 0 })?.size, values.join()).toBeCloseTo(max - min, 9);
    }
  });

  it("takes values that are counted already", () => {
    const counted = [
      { value: 2.5, count: 4 },
      { value: 12.5, count: 1 },
    ];
    expect(valueBuckets([counted], { size: 5, offset: 0 })?.counts).toEqual([[4, 0, 1]]);
  });

  it("takes size and offset as given", () => {
    expect(valueBuckets([[1, 4, 6, 11]], { size: 5, offset: 1 })).toEqual({
      start: 1,
      size: 5,
      counts: [[2, 1, 1]],
    });
  });

  it("bounds the number of buckets that a tiny size would make", () => {
    expect(valueBuckets([[0, 1e15]], { size: 1e-9, offset: 0 })?.counts[0]?.length).toBeLessThanOrEqual(2001);
  });

  it("survives one value, 1e-9 and 1e15", () => {
    expect(
      valueBuckets([[5]], { offset: 0 })
        ?.counts.flat()
        .reduce((a, b) => a + b),
    ).toBe(1);
    expect(valueBuckets([[1e-9]], { offset: 0 })?.size).toBe(1);
    expect(valueBuckets([[1e15]], { offset: 0 })?.size).toBeGreaterThan(1);
  });
});
