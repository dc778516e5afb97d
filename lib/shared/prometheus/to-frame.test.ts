import { describe, expect, it } from "vitest";
import { fromWireValue, toWireNumber } from "./frame";
import { toInstantFrame, toRangeFrame } from "./to-frame";

const grid = { startSeconds: 100, endSeconds: 160, stepSeconds: 15 };

it("spells numbers for the wire as Prometheus does, and reads them back", () => {
  const spelled: [number | null, unknown][] = [
    [1.5, 1.5],
    [null, null],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "+Inf"],
    [Number.NEGATIVE_INFINITY, "-Inf"],
  ];
  for (const [value, text] of spelled) {
    expect(toWireNumber(value)).toBe(text);
    expect(fromWireValue(toWireNumber(value))).toBe(value);
  }
});

describe("toRangeFrame", () => {
  it("puts samples on the grid and leaves gaps as null", () => {
    const values = [
      [100, "1"],
      [115.0004, "2.5"],
      [160, "-Inf"],
      [999, "7"],
    ];
    const data = { resultType: "matrix", result: [{ metric: { job: "a" }, values }] };
    expect(toRangeFrame(data, grid)).toEqual({
      kind: "range",
      startSeconds: 100,
      stepSeconds: 15,
      length: 5,
      series: [{ labels: { job: "a" }, values: [1, 2.5, null, null, "-Inf"] }],
    });
  });

  it("counts points right for steps that are no whole numbers", () => {
    expect(toRangeFrame({}, { startSeconds: 0, endSeconds: 0.3, stepSeconds: 0.1 }).length).toBe(4);
    expect(toRangeFrame(null, { startSeconds: 5, endSeconds: 5, stepSeconds: 15 })).toMatchObject({
      length: 1,
      series: [],
    });
  });
});

describe("toInstantFrame", () => {
  it("reads vectors, scalars, and the last sample of a matrix", () => {
    const vector = {
      resultType: "vector",
      result: [{ metric: { a: "b" }, value: [5, "NaN"] }],
    };
    expect(toInstantFrame(vector, 9)).toMatchObject({
      timeSeconds: 9,
      series: [{ labels: { a: "b" }, value: "NaN" }],
    });
    expect(toInstantFrame({ resultType: "scalar", result: [5, "3"] }, 9)).toEqual({
      kind: "instant",
      timeSeconds: 5,
      series: [{ labels: {}, value: 3 }],
    });
    const matrix = {
      resultType: "matrix",
      result: [
        {
          metric: {},
          values: [
            [1, "1"],
            [2, "+Inf"],
          ],
        },
      ],
    };
    expect(toInstantFrame(matrix, 9).series).toEqual([{ labels: {}, value: "+Inf" }]);
  });
});
