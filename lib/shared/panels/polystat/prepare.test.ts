import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { preparePolystat } from "./prepare";

const data = sampleData({ A: rangeOf({ "web-10": [1, 3], "web-2": [5, 7], db: [null] }) });

function polystat(options: JsonObject, rest: JsonObject = {}) {
  const targets = [{ refId: "A", expr: "x", legendFormat: "{{name}}" }];
  return samplePanel({ type: "grafana-polystat-panel", targets, options, ...rest });
}

const cells = (panel: ReturnType<typeof polystat>) =>
  preparePolystat(panel, data, sampleContext).cells.map(({ name, value, color }) => [name, value, color]);

describe("preparePolystat", () => {
  it("has the fill's colour where nothing tells another, and names in order", () => {
    const options = {
      globalOperator: "mean",
      globalUnitFormat: "percent",
      globalDecimals: 1,
      globalFillColor: "#123456",
      sortByDirection: 3,
    };
    expect(cells(polystat(options))).toEqual([
      ["db", "No data", "#808080"],
      ["web-2", "6.0%", "#123456"],
      ["web-10", "2.0%", "#123456"],
    ]);
  });

  it("takes thresholds, unit, calculation, name and link from the override that fits first", () => {
    const override = (metricName: string, rest: JsonObject) => ({
      metricName,
      enabled: true,
      alias: "",
      ...rest,
    });
    const thresholds = [
      { value: 0, color: "#00aa00" },
      { value: 5, color: "#aa0000" },
    ];
    const options = {
      globalOperator: "mean",
      sortByField: "value",
      sortByDirection: 2,
      overrideConfig: {
        overrides: [
          override("web-2", { thresholds: [], unitFormat: "s", decimals: 0, alias: "second" }),
          override("/.*/", {
            ...{ thresholds, unitFormat: "ops", decimals: 0, operatorName: "last" },
            clickThrough: "/d/x?var-name=${__cell_name}",
          }),
          override("/.*/", { enabled: false, unitFormat: "bytes" }),
        ],
      },
    };
    const model = preparePolystat(polystat(options), data, sampleContext);
    expect(
      model.cells
        .filter(({ color }) => color !== "#808080")
        .map(({ name, value, color }) => [name, value, color]),
    ).toEqual([
      ["second", "7 s", "#aa0000"],
      ["web-10", "3 ops/s", "#00aa00"],
    ]);
    expect(model.cells.find(({ name }) => name === "web-10")?.links[0]?.url).toBe("/d/x?var-name=web-10");
  });

  it("reads the plugin's first version, and hides values when told to", () => {
    const old = { globalOperatorName: "max", globalUnitFormat: "short", displayLimit: 2 };
    expect(cells(polystat({}, { polystat: old })).map(([name, value]) => [name, value])).toEqual([
      ["db", "No data"],
      ["web-10", "3"],
    ]);
    expect(cells(polystat({ globalShowValueEnabled: false })).map(([, value]) => value)).toEqual([
      "",
      "",
      "",
    ]);
  });
});
