import { describe, expect, it } from "vitest";
import { newField } from "@/lib/shared/panels/fields/data-frame";
import { chooseSeries } from "./choose-series";
import { legendEntries } from "./legend-entries";
import { readLegendOptions } from "./legend-options";

const context = { theme: "dark", timeZone: "utc" } as const;

function series(name: string, values: (number | null)[], seriesIndex: number) {
  const options = { unit: "s", color: { mode: "palette-classic" }, custom: {} };
  return { key: name, field: newField({ name, type: "number", values, options, seriesIndex }) };
}

describe("legendEntries", () => {
  const all = [
    series("a", [1, 3], 0),
    series("b", [null, null], 1),
    series("c", [0, 0], 2),
    series("d", [60, 90], 3),
  ];

  it("formats each calculation with the unit it keeps", () => {
    const [first] = legendEntries(all, readLegendOptions({ calcs: ["mean", "count"] }), context);
    expect(first?.values.map(({ title, text }) => [title, text])).toEqual([
      ["Mean", "2 s"],
      ["Count", "2"],
    ]);
  });

  it("sorts by a calculation with empty series last, and leaves out what it is told to", () => {
    const order = (displayMode: string) =>
      legendEntries(
        all,
        readLegendOptions({ displayMode, calcs: ["max"], sortBy: "Max", sortDesc: true }),
        context,
      ).map((entry) => entry.label);
    expect(order("table")).toEqual(["d", "a", "c", "b"]);
    expect(order("list")).toEqual(["a", "b", "c", "d"]);
    const shown = legendEntries(all, readLegendOptions({ hideEmpty: true, hideZero: true }), context);
    expect(shown.map((entry) => entry.label)).toEqual(["a", "d"]);
  });

  it("reads odd options as the defaults", () => {
    expect(readLegendOptions("x")).toMatchObject({
      shown: true,
      displayMode: "list",
      placement: "bottom",
      calcs: [],
    });
    expect(readLegendOptions({ displayMode: "hidden" }).shown).toBe(false);
  });
});

describe("chooseSeries", () => {
  const keys = ["a", "b", "c"];

  it("leaves only the chosen one and brings all back at the second click", () => {
    const only = chooseSeries(keys, new Set(), "b", false);
    expect([...only]).toEqual(["a", "c"]);
    expect(chooseSeries(keys, only, "b", false).size).toBe(0);
    expect([...chooseSeries(keys, only, "c", false)]).toEqual(["a", "b"]);
  });

  it("toggles one, and never hides the last", () => {
    expect([...chooseSeries(keys, new Set(["a"]), "b", true)]).toEqual(["a", "b"]);
    expect([...chooseSeries(keys, new Set(["a"]), "a", true)]).toEqual([]);
    expect([...chooseSeries(keys, new Set(["a", "b"]), "c", true)]).toEqual([]);
  });
});
