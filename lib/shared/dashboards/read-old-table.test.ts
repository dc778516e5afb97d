import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { readPanel } from "./read-panel";

function read(raw: JsonObject) {
  return readPanel(raw, { id: 1, path: ["panels", 0], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null });
}

describe("an old table", () => {
  it("reads an old table with its styles and its transform", () => {
    const panel = read({
      type: "table",
      transform: "table",
      sort: { col: 2, desc: true },
      styles: [
        { pattern: "Time", type: "hidden" },
        {
          pattern: "/Value.*/",
          alias: "CPU",
          type: "number",
          unit: "percent",
          decimals: 1,
          colorMode: "cell",
          colors: ["green", "orange", "red"],
          thresholds: ["70", "90"],
        },
      ],
    });
    expect(panel.transformations).toEqual([{ id: "merge", options: {}, disabled: false }]);
    expect(panel.options).toEqual({ showHeader: true, sortBy: [{ index: 2, desc: true }] });
    expect(panel.fieldConfig.overrides[0]?.matcher).toEqual({ id: "byRegexp", options: "/Value.*/" });
    const ids = panel.fieldConfig.overrides[0]?.properties
      .filter(({ value }) => value !== undefined)
      .map(({ id }) => id);
    expect(ids).toEqual(["displayName", "unit", "decimals", "thresholds", "custom.cellOptions"]);
  });

  it("gives the calculations of an old table the names that its styles go by", () => {
    const columns = [
      { text: "Current", value: "current" },
      { text: "", value: "max" },
    ];
    const panel = read({ type: "table", transform: "timeseries_aggregations", styles: [], columns });
    expect(panel.transformations.map(({ id, options }) => [id, options])).toEqual([
      ["reduce", { reducers: ["lastNotNull", "max"], includeTimeField: false }],
      ["organize", { renameByName: { Field: "Metric", "Last *": "Current", Max: "max" } }],
    ]);
  });

  it("takes a name back only where a more general style gives one", () => {
    const styles = [
      { pattern: "Value", alias: "CPU", type: "number" },
      { pattern: "Time", alias: "", type: "date" },
      { pattern: "/.*/", alias: "Any", type: "number" },
      { pattern: "/Val/", alias: "", type: "number" },
    ];
    const { overrides } = read({ type: "table", styles }).fieldConfig;
    const takes = overrides.map(({ matcher, properties }) => [
      matcher.options,
      properties.some(({ id, value }) => id === "displayName" && value === undefined),
    ]);
    expect(takes).toEqual([
      ["/Val/", false],
      ["/.*/", false],
      ["Time", true],
      ["Value", true],
    ]);
  });
});
