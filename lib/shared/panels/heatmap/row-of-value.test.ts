import { expect, it } from "vitest";
import { rowOfValue } from "./row-of-value";

it("finds the bucket of a value, the upper bound included, from below and from above", () => {
  const bounds = [0, 0.1, 1, Number.POSITIVE_INFINITY];
  expect([0.05, 0.1, 0.2, 7].map((value) => rowOfValue(bounds, value))).toEqual([0.5, 0.5, 1.5, 2.5]);
  expect(rowOfValue(bounds, -1)).toBeNull();
  expect(rowOfValue(bounds.toReversed(), 0.2)).toBe(1.5);
});
