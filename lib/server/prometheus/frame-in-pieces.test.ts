import { describe, expect, it } from "vitest";
import { toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import { frameInPieces } from "./frame-in-pieces";

const grid = { startSeconds: 0, endSeconds: 10_000, stepSeconds: 10 };
const metric = (index: number) => ({ i: String(index) });

describe("frameInPieces", () => {
  it("gives the frame that all series together give", async () => {
    const matrix = {
      resultType: "matrix",
      result: Array.from({ length: 120 }, (_, i) => ({ metric: metric(i), values: [[i * 10, String(i)]] })),
    };
    expect(await frameInPieces(matrix, "range", grid)).toEqual(toRangeFrame(matrix, grid));
    const vector = {
      resultType: "vector",
      result: Array.from({ length: 120_000 }, (_, i) => ({ metric: metric(i), value: [10_000, "1"] })),
    };
    // As texts: to compare so much value by value takes longer than to make it.
    const inPieces = JSON.stringify(await frameInPieces(vector, "instant", grid));
    expect(inPieces === JSON.stringify(toInstantFrame(vector, 10_000))).toBe(true);
    expect((await frameInPieces({ resultType: "scalar", result: [5, "2"] }, "instant", grid)).series).toEqual(
      [{ labels: {}, value: 2 }],
    );
    expect((await frameInPieces({ resultType: "matrix", result: [] }, "range", grid)).series).toEqual([]);
  });

  it("refuses many short-lived series, which would have a place for each point of a long range", async () => {
    const series = Array.from({ length: 20_000 }, (_, i) => ({ metric: metric(i), values: [[i, "1"]] }));
    const matrix = { resultType: "matrix", result: series };
    await expect(frameInPieces(matrix, "range", grid)).rejects.toMatchObject({
      details: { reason: "too_large" },
    });
  });
});
