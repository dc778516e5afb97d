import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DataFrame, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { bucketRows } from "./bucket-rows";

function buckets(series: { labels: Record<string, string>; values: (number | null)[] }[]): DataFrame[] {
  return [
    newFrame({
      refId: "A",
      shape: "series",
      fields: [
        newField({
          name: "Time",
          type: "time",
          values: (series[0]?.values ?? []).map((_, index) => index * 1000),
        }),
        ...series.map(({ labels, values }) =>
          newField({ name: "Value", type: "number", values, labels, displayName: labels.le ?? "series" }),
        ),
      ],
    }),
  ];
}

describe("bucketRows", () => {
  it("sorts buckets by bound and takes each bucket's own count", () => {
    const frames = buckets([
      { labels: { le: "+Inf" }, values: [10, 12] },
      { labels: { le: "0.5" }, values: [4, 4] },
      { labels: { le: "10" }, values: [9, null] },
    ]);
    const { rows } = bucketRows(frames, () => true);
    expect(rows.map(({ le, counts }) => [le, counts])).toEqual([
      [0.5, [4, 4]],
      [10, [5, null]],
      [Number.POSITIVE_INFINITY, [1, 12]],
    ]);
  });

  it("sums series that differ in other labels only", () => {
    const frames = buckets([
      { labels: { le: "1", pod: "a" }, values: [1, null] },
      { labels: { le: "1", pod: "b" }, values: [2, 5] },
    ]);
    expect(bucketRows(frames, () => true).rows.map(({ counts }) => counts)).toEqual([[3, 5]]);
  });

  it("leaves counts alone where the query did not ask for a heat map", () => {
    const frames = buckets([
      { labels: { le: "1" }, values: [1] },
      { labels: { le: "2" }, values: [3] },
    ]);
    expect(bucketRows(frames, () => false).rows.map(({ counts }) => counts[0])).toEqual([1, 3]);
  });

  it("never counts below zero and keeps the total", () => {
    const own = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(own, (counts) => {
        let total = 0;
        const cumulative = counts.map((count, index) => {
          total += count;
          return { labels: { le: String(index) }, values: [total] };
        });
        const { rows } = bucketRows(buckets(cumulative), () => true);
        expect(rows.map((row) => row.counts[0])).toEqual(counts);
      }),
    );
  });

  it("keeps series that are no buckets in their order", () => {
    const frames = buckets([
      { labels: { job: "b" }, values: [1] },
      { labels: { job: "a" }, values: [Number.NaN] },
    ]);
    expect(bucketRows(frames, () => true).rows.map(({ le, counts }) => [le, counts])).toEqual([
      [null, [1]],
      [null, [null]],
    ]);
  });
});
