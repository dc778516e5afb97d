import { expect, it } from "vitest";
import { barPlaces } from "./bar-places";

const widths = { categories: 3, series: 2, allSeries: 2, stacked: false, groupWidth: 0.6, barWidth: 0.5 };
const rounded = ({ from, size }: { from: number; size: number }) =>
  [from, size].map((one) => +one.toFixed(3));

it("puts groups from the beginning to the end, and bars of a group from its beginning to its end", () => {
  const { place } = barPlaces(widths);
  expect(rounded(place(0, 0))).toEqual([0, 0.05]);
  expect(rounded(place(0, 1))).toEqual([0.15, 0.05]);
  expect(rounded(place(2, 1))).toEqual([0.95, 0.05]);
});

it("gives the whole group to a single series and to a stack", () => {
  const single = barPlaces({ ...widths, series: 1, allSeries: 1 });
  expect(rounded(single.place(1, 0))).toEqual([0.417, 0.167]);
  const left = barPlaces({ ...widths, series: 1 });
  expect(rounded(left.place(0, 0))).toEqual([0, 0.2]);
  const stack = barPlaces({ ...widths, stacked: true });
  expect(rounded(stack.place(1, 0))).toEqual(rounded(stack.place(1, 1)));
});

it("has a scale on which names stand below the middle of their bars", () => {
  for (const categories of [1, 2, 7]) {
    const { place, extent } = barPlaces({ ...widths, categories, stacked: true });
    const { from, size } = place(categories - 1, 0);
    const middle = extent[0] + (from + size / 2) * (extent[1] - extent[0]);
    expect(middle).toBeCloseTo(categories - 1);
  }
});
