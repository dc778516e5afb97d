import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { listOldShapes, oldShapesText } from "./old-shapes";
import { readDashboard } from "./read-dashboard";
import { readViewedDashboard } from "./read-viewed-dashboard";

const old: JsonObject = {
  title: "Old",
  panels: [
    { id: 1, type: "graph", lines: true, fill: 3, yaxes: [{ format: "s" }, {}] },
    { id: 2, type: "singlestat", thresholds: "1,2", colors: ["a", "b", "c"], valueName: "avg" },
    { id: 3, type: "table", styles: [{ pattern: "Time", type: "hidden" }] },
    { id: 4, type: "row", collapsed: true, panels: [{ id: 5, type: "grafana-piechart-panel" }] },
    { id: 6, type: "text", content: "before 7" },
    { id: 7, type: "text", options: { "\u0000lowest": '"value":"\u0000lowest"' } },
  ],
};
const today: JsonObject = {
  title: "Today",
  panels: [
    {
      id: 1,
      type: "timeseries",
      options: { legend: { calcs: ["mean"] } },
      fieldConfig: { defaults: { unit: "s" } },
    },
    { id: 2, type: "stat", options: { reduceOptions: { calcs: ["last"] } }, fieldConfig: { defaults: {} } },
    { id: 3, type: "table", options: {}, fieldConfig: { defaults: {}, overrides: [] } },
    { id: 4, type: "text", options: { content: "now", mode: "markdown" } },
  ],
};
const rows: JsonObject = {
  title: "Rows",
  rows: [{ height: 200, panels: [{ id: 1, span: 6, type: "graph" }] }],
};

it("reads in the page what is read on the server, whatever the age of the panels", () => {
  const stored = [
    ...globSync("../shared/corpus/*/*.json"),
    ...globSync("monitoring/grafana/dashboards/*/*.json"),
  ].map((file): unknown => JSON.parse(readFileSync(file, "utf8")));
  for (const document of [old, today, rows, ...stored].filter(isJsonObject)) {
    const viewed = { documentText: JSON.stringify(document), shapesText: oldShapesText(document) };
    expect(readViewedDashboard(viewed), String(document.title)).toEqual(readDashboard(document));
  }
});

it("sends along only what is not of today's shape", () => {
  expect(Object.keys(listOldShapes(old))).toEqual([
    "panels.0",
    "panels.1",
    "panels.2",
    "panels.3.panels.0",
    "panels.4",
    "panels.5",
  ]);
  expect(Object.keys(listOldShapes(rows))).toEqual(["rows.0.panels.0"]);
  expect(listOldShapes(today)).toEqual({});
});
