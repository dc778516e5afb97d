import { expect, it } from "vitest";
import { type StoredRegion, timeRegions } from "./time-regions";

const base: StoredRegion = {
  from: "",
  to: "",
  fill: true,
  line: false,
  colorMode: "red",
  fillColor: "",
  lineColor: "",
};
/** A Wednesday. */
const day = Date.UTC(2026, 10, 25);
const week = { fromMs: day, toMs: day + 7 * 86_400_000 };
const spans = (region: Partial<StoredRegion>, range = week) =>
  timeRegions([{ ...base, ...region }], range).map(({ fromMs, toMs }) =>
    [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(8, 16)),
  );

it("marks stretches of every day, over midnight too", () => {
  const oneDay = { fromMs: day, toMs: day + 86_400_000 };
  expect(spans({ from: "08:00", to: "17:30" }, oneDay)).toEqual([["25T08:00", "25T17:30"]]);
  expect(spans({ from: "22:00", to: "02:00" }, oneDay)).toEqual([
    ["25T00:00", "25T02:00"],
    ["25T22:00", "26T00:00"],
  ]);
});

it("marks days and stretches of the week", () => {
  expect(spans({ fromDayOfWeek: 6, toDayOfWeek: 7 })).toEqual([["28T00:00", "30T00:00"]]);
  expect(spans({ fromDayOfWeek: 5, from: "18:00", toDayOfWeek: 1, to: "06:00" })).toEqual([
    ["27T18:00", "30T06:00"],
  ]);
  expect(spans({ fromDayOfWeek: 2, from: "10:00", to: "11:00" })).toEqual([["01T10:00", "01T11:00"]]);
});

it("takes named colours or its own, for the area and its edges", () => {
  const own = { colorMode: "custom", fillColor: "#123456", lineColor: "#abcdef", line: true };
  const [first] = timeRegions([{ ...base, ...own, fromDayOfWeek: 6 }], week);
  expect(first).toMatchObject({ fill: "#123456", line: "#abcdef" });
  expect(timeRegions([{ ...base, fromDayOfWeek: 6 }], week)[0]).toMatchObject({
    fill: expect.stringMatching(/^rgba/),
    line: null,
  });
});
