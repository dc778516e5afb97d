import { expect, it } from "vitest";
import { laneAt, lanePlace } from "./lane-places";

it("puts the first lane at the top and the last at the bottom", () => {
  const places = [0, 1, 2].map((index) => lanePlace(index, 3, 0.6));
  expect(places.map(({ from }) => Number(from.toFixed(3)))).toEqual([0, 0.4, 0.8]);
  expect((places[2]?.from ?? 0) + (places[2]?.size ?? 0)).toBeCloseTo(1);
  expect(lanePlace(0, 1, 0.9)).toEqual({ from: 0, size: 0.9 });
});

it("finds the lane that was pointed at, the nearer one in a gap", () => {
  expect([0, 0.1, 0.29, 0.31, 0.5, 0.99].map((place) => laneAt(place, 3, 0.6))).toEqual([0, 0, 0, 1, 1, 2]);
  expect(laneAt(1.5, 3, 0.6)).toBe(-1);
});
