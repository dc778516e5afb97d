import { expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { JsonObject } from "@/lib/shared/json";
import { upgradePanel } from "./upgrade-panel";

function read(panel: JsonObject) {
  const [found] = readDashboard({ panels: [panel] }).panels;
  if (!found) throw new Error("no panel");
  return found;
}

const graph: JsonObject = {
  id: 4,
  type: "graph",
  title: "Requests",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  links: [{ title: "kept" }],
  targets: [{ refId: "A", expr: "up" }],
  aliasColors: { up: "red" },
  lines: true,
  linewidth: 2,
  fill: 1,
  stack: true,
  legend: { show: true, avg: true, values: true, alignAsTable: true },
  yaxes: [{ format: "bytes", min: 0 }, { format: "short" }],
  thresholds: [],
};

it("turns an old graph into a time series that reads the same", () => {
  const before = read(graph);
  const upgraded = upgradePanel(before);
  const after = read(upgraded);
  expect(upgraded.type).toBe("timeseries");
  expect(upgraded.links).toEqual(graph.links);
  expect(Object.keys(upgraded)).not.toContain("yaxes");
  expect(after.storedType).toBe("timeseries");
  const { path: _path, raw: _raw, storedType: _type, ...look } = before;
  expect(after).toMatchObject(look);
});

it("keeps the base of thresholds and the mappings of a single stat", () => {
  const upgraded = upgradePanel(
    read({
      id: 1,
      type: "singlestat",
      title: "Up",
      format: "percent",
      thresholds: "80,90",
      colors: ["green", "orange", "red"],
      colorValue: true,
      valueMaps: [{ op: "=", text: "none", value: "null" }],
      targets: [],
    }),
  );
  const after = read(JSON.parse(JSON.stringify(upgraded)));
  expect(after.type).toBe("stat");
  expect([after.fieldConfig.defaults.min, after.fieldConfig.defaults.max]).toEqual([undefined, undefined]);
  expect(after.fieldConfig.defaults.thresholds?.steps.map(({ value }) => value)).toEqual([
    Number.NEGATIVE_INFINITY,
    80,
    90,
  ]);
  expect(after.fieldConfig.defaults.mappings).toEqual([
    { type: "special", match: "null", result: { text: "none" } },
  ]);
});
