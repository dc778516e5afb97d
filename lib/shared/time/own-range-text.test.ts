import { expect, it } from "vitest";
import { ownRangeText } from "./own-range-text";

const fill = (text: string) => text.replace("$window", "2h");

it.each([
  [{ timeFrom: "2h", timeShift: "" }, "Last 2 hours"],
  [{ timeFrom: "$window", timeShift: "1d" }, "Last 2 hours, shifted back by 1d"],
  [{ timeFrom: "", timeShift: "1w" }, "shifted back by 1w"],
  [{ timeFrom: "now/d", timeShift: "" }, "Today"],
  [{ timeFrom: "", timeShift: "" }, ""],
])("%o reads %s", (own, text) => {
  expect(ownRangeText({ ...own, raw: {} }, fill)).toBe(text);
  expect(ownRangeText({ ...own, raw: { hideTimeOverride: true } }, fill)).toBe("");
});
