import { expect, it } from "vitest";
import { cellSpan } from "./cell-span";

it("gives cells whole pixels, a gap where there is room, and never nothing", () => {
  expect(cellSpan(10.4, 9.9, 1)).toEqual([10, 9]);
  expect(cellSpan(10.6, 0.65, 1)).toEqual([11, 1]);
  const cells = Array.from({ length: 700 }, (_, index) => cellSpan(index * 0.65, 0.65, 1)[0]);
  expect(new Set(cells).size).toBe(Math.round(699 * 0.65) + 1);
});
