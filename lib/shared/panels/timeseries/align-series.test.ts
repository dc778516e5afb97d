import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignSeries } from "./align-series";

describe("alignSeries", () => {
  it("leaves series on the same times alone", () => {
    const timesMs = [1, 2, 3];
    const values = [4, null, 6];
    const aligned = alignSeries([
      { timesMs, values },
      { timesMs: [1, 2, 3], values },
    ]);
    expect(aligned.timesMs).toBe(timesMs);
    expect(aligned.values[0]).toBe(values);
  });

  it("marks times of other series as undefined and own gaps as null", () => {
    const aligned = alignSeries([
      { timesMs: [0, 10, 20], values: [1, null, 3] },
      { timesMs: [0, 15], values: [7, 8] },
    ]);
    expect(aligned).toEqual({
      timesMs: [0, 10, 15, 20],
      values: [
        [1, null, undefined, 3],
        [7, undefined, 8, undefined],
      ],
    });
  });

  it("sorts times and loses no sample", () => {
    const one = fc.uniqueArray(fc.tuple(fc.nat(100), fc.nat(9)), { selector: ([time]) => time });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (series) => {
        const aligned = alignSeries(
          series.map((pairs) => ({
            timesMs: pairs.map(([time]) => time),
            values: pairs.map(([, value]) => value),
          })),
        );
        expect(aligned.timesMs).toEqual([...new Set(aligned.timesMs)].sort((a, b) => a - b));
        series.forEach((pairs, index) => {
          for (const [time, value] of pairs) {
            expect(aligned.values[index]?.[aligned.timesMs.indexOf(time)]).toBe(value);
          }
        });
      }),
    );
  });
});
