import { expect, it } from "vitest";
import { cellSpan } from "./cell-span";

it("rounds cells only where their gaps are wide, and draws each", () => {
  expect(cellSpan(10.4, 9.9, 5)).toEqual([10, 5]);
  expect(cellSpan(10.5, 9.75, 1)).toEqual([10.5, 8.75]);
  expect(cellSpan(10.6, 0.65, 1)).toEqual([10.6, 1]);
});
