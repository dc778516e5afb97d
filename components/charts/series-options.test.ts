import { describe, expect, it } from "vitest";
import { lonelyPoints } from "./series-options";

describe("lonelyPoints", () => {
  it("finds values with a break on both sides", () => {
    const values = [1, null, 2, null, 3, 4, null, 5];
    expect(lonelyPoints(values, 0, values.length - 1)).toEqual([0, 2, 7]);
  });

  it("lets times of other series join neighbours", () => {
    expect(lonelyPoints([1, undefined, 2, null, undefined, 3, undefined, null], 0, 7)).toEqual([5]);
  });

  it("finds the only value", () => {
    expect(lonelyPoints([null, 7, null], 0, 2)).toEqual([1]);
  });
});
