import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { calculatedRows } from "./calculated-rows";
import { HeatmapOptions } from "./options";

const range = { fromMs: 0, toMs: 100_000 };

function framesOf(values: (number | null)[]) {
  const times = values.map((_, index) => Math.floor((index * 99_999) / Math.max(1, values.length)));
  return [
    newFrame({
      refId: "A",
      shape: "series",
      fields: [
        newField({ name: "Time", type: "time", values: times }),
        newField({ name: "v", type: "number", values }),
      ],
    }),
  ];
}

const optionsWith = (yBuckets: unknown) =>
  HeatmapOptions.parse({ calculate: true, calculation: { yBuckets } });

describe("calculatedRows", () => {
  it("counts every finite sample exactly once", () => {
    const value = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const { counts } = calculatedRows(framesOf(values), optionsWith(undefined), range);
        const total = counts.flat().reduce((sum, count) => sum + count, 0);
        expect(total).toBe(values.filter((one) => one !== null).length);
      }),
    );
  });

  it("counts positive samples on a logarithmic scale", () => {
    const options = optionsWith({ mode: "count", value: "", scale: { type: "log", log: 10 } });
    const { edges, counts } = calculatedRows(framesOf([1, 5, 10, 99, 1000]), options, range);
    expect(edges.map((edge) => Math.round(edge))).toEqual([1, 10, 100, 1000, 10_000]);
    expect(counts.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([2, 2, 0, 1]);
  });

  it("takes a bucket size as given and covers the range with columns", () => {
    const { edges, timesMs, columnMs } = calculatedRows(
      framesOf([3, 12]),
      optionsWith({ mode: "size", value: "5" }),
      range,
    );
    expect(edges).toEqual([0, 5, 10, 15]);
    expect(timesMs.at(-1)).toBeGreaterThanOrEqual(range.toMs);
    expect((timesMs[0] ?? 0) - columnMs).toBeLessThanOrEqual(range.fromMs);
  });

  it("shows what Prometheus counted as if it had every sample", () => {
    const values = [3, 12, 14, 29, 31];
    const options = optionsWith({ mode: "size", value: "10" });
    const own = calculatedRows(framesOf(values.map(() => null)), options, range, [
      {
        kind: "range",
        startSeconds: 20,
        stepSeconds: 10,
        length: 2,
        counted: { kind: "linear", size: 10, offset: 0 },
        series: [
          { labels: { bucket: "0" }, values: [1, null] },
          { labels: { bucket: "1" }, values: [2, 0] },
          { labels: { bucket: "3" }, values: [null, 7] },
        ],
      },
    ]);
    expect(own.edges).toEqual([0, 10, 20, 30, 40]);
    expect(own.counts.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([1, 2, 0, 7]);
  });

  it("has no rows without samples", () => {
    expect(calculatedRows(framesOf([null]), optionsWith(undefined), range).counts).toEqual([]);
  });
});
