import { expect, it } from "vitest";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareTwin } from "@/lib/shared/panels/twin/prepare";
import { valueTable } from "./value-table";

const panel = samplePanel({
  type: "timeseries",
  targets: [{ refId: "A", expr: "a", legendFormat: "{{name}}" }],
  fieldConfig: { defaults: { unit: "s" }, overrides: [] },
});
const model = prepareTwin(
  panel,
  sampleData({ A: rangeOf({ api: [1, 90], web: [null, 0.5] }) }),
  sampleContext,
);

it("gives the cells as they read", () => {
  const { columns, rows } = valueTable(model, "text");
  expect(columns).toEqual(["Time", "api", "web"]);
  expect(rows.map((row) => row.slice(1))).toEqual([
    ["1 s", ""],
    ["1.50 mins", "500 ms"],
  ]);
});

it("gives the values behind them, times as ISO 8601", () => {
  const { rows } = valueTable(model, "value");
  expect(rows.map((row) => row.slice(1))).toEqual([
    [1, null],
    [90, 0.5],
  ]);
  expect(String(rows[0]?.[0])).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});
