import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stackValues } from "./stack-values";

const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null });
const someSeries = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }))
  .chain(([count, length]) =>
    fc.array(fc.array(amount, { minLength: length, maxLength: length }), {
      minLength: count,
      maxLength: count,
    }),
  );

describe("stackValues", () => {
  it("ends at the sum of all series at each time", () => {
    fc.assert(
      fc.property(someSeries, (series) => {
        const top = stackValues(series, false).at(-1) ?? [];
        top.forEach((height, index) => {
          const present = series.map((values) => values[index]).filter((value) => value !== null);
          const sum = present.reduce<number>((total, value) => total + (value ?? 0), 0);
          expect(height).toBe(present.length === 0 ? null : sum);
        });
      }),
    );
  });

  it("never lets a series of positive values dip below the one under it", () => {
    fc.assert(
      fc.property(someSeries, fc.boolean(), (series, percent) => {
        const stacked = stackValues(series, percent);
        for (let place = 1; place < stacked.length; place++) {
          stacked[place]?.forEach((height, index) => {
            expect((height ?? 0) + 1e-9).toBeGreaterThanOrEqual(stacked[place - 1]?.[index] ?? 0);
          });
        }
      }),
    );
  });

  it("ends at 100 % wherever there is anything", () => {
    fc.assert(
      fc.property(someSeries, (series) => {
        const top = stackValues(series, true).at(-1) ?? [];
        top.forEach((height, index) => {
          const total = series.reduce((sum, values) => sum + (values[index] ?? 0), 0);
          if (total > 0) expect(height).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it("keeps a gap that all series share, and closes one that a neighbour fills", () => {
    expect(
      stackValues(
        [
          [1, null, null],
          [2, 3, null],
        ],
        false,
      ),
    ).toEqual([
      [1, 0, null],
      [3, 3, null],
    ]);
  });
});
