import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonPath, removeAt, setAt } from "@/lib/shared/dashboards/edit/json-path";
import type { Json, JsonObject } from "@/lib/shared/json";
import { diffDashboards, isSameDashboard } from "./diff-dashboards";

const panel: JsonObject = {
  id: 1,
  title: "CPU",
  type: "timeseries",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  datasource: { type: "prometheus", uid: "prom" },
  targets: [
    { refId: "A", expr: "up", legendFormat: "{{job}}", instant: false, datasource: { uid: "prom" } },
    { refId: "B", expr: "down" },
  ],
  fieldConfig: {
    defaults: {
      unit: "s",
      color: { mode: "palette-classic" },
      thresholds: {
        mode: "absolute",
        steps: [
          { color: "green", value: null },
          { color: "red", value: 80 },
        ],
      },
      mappings: [{ type: "value", options: { "0": { text: "Down", index: 0 } } }],
      custom: { fillOpacity: 10 },
    },
    overrides: [
      {
        matcher: { id: "byName", options: "p95" },
        properties: [{ id: "color", value: { mode: "fixed", fixedColor: "red" } }],
      },
    ],
  },
  options: { legend: { displayMode: "list", calcs: [] } },
  transformations: [{ id: "organize", options: { excludeByName: { Time: true } } }],
  links: [{ title: "Runbook", url: "/a" }],
};
const dashboard: JsonObject = {
  title: "T",
  time: { from: "now-1h", to: "now" },
  refresh: "10s",
  links: [{ title: "Docs", url: "/docs" }],
  annotations: { list: [{ name: "Deploys", expr: "deploys", enable: true }] },
  templating: {
    list: [
      { name: "job", query: "label_values(up, job)", multi: false, current: { text: "a", value: "a" } },
      { name: "env", query: "x" },
    ],
  },
  panels: [panel],
};

const defaults = ["panels", 0, "fieldConfig", "defaults"];
const told = (path: JsonPath, value: Json | undefined): string[] => {
  const after = (
    value === undefined ? removeAt(dashboard, path) : setAt(dashboard, path, value)
  ) as JsonObject;
  const { panels, variables, settings } = diffDashboards(dashboard, after);
  return [...panels, ...variables]
    .flatMap(({ changes }) => changes)
    .concat(settings)
    .map(({ what, before, after: now }) => `${what}: ${before} → ${now}`);
};

describe("a change in words", () => {
  it.each<[JsonPath, Json | undefined, string[]]>([
    [["panels", 0, "targets", 0, "expr"], "up == 1", ["query A: up → up == 1"]],
    [["panels", 0, "targets", 0, "legendFormat"], "{{pod}}", ["legend of query A: {{job}} → {{pod}}"]],
    [["panels", 0, "targets", 0, "instant"], true, ["instant of query A: off → on"]],
    [["panels", 0, "targets", 0, "hide"], true, ["hiding of query A: undefined → on"]],
    [["panels", 0, "targets", 0, "interval"], "1m", ["minimum step of query A: undefined → 1m"]],
    [["panels", 0, "targets", 0, "datasource"], { uid: "other" }, ["datasource of query A: prom → other"]],
    [["panels", 0, "targets", 1], undefined, ["query B: down → undefined"]],
    [[...defaults, "unit"], "ms", ["unit: s → ms"]],
    [[...defaults, "min"], 0, ["minimum: undefined → 0"]],
    [[...defaults, "custom", "fillOpacity"], 30, ["fill opacity: 10 → 30"]],
    [[...defaults, "color"], { mode: "fixed", fixedColor: "blue" }, ["colour: palette-classic → blue"]],
    [[...defaults, "thresholds", "steps", 1, "value"], 90, ["threshold 2: 80 → 90"]],
    [[...defaults, "thresholds", "steps", 1, "color"], "orange", ["colour of threshold 2: red → orange"]],
    [
      [...defaults, "thresholds", "steps"],
      [{ color: "green", value: null }],
      ["thresholds: green, 80 red → green"],
    ],
    [[...defaults, "mappings", 0, "options", "0", "text"], "Off", ["value mappings: 0 → Down → 0 → Off"]],
    [["panels", 0, "gridPos", "x"], 12, ["place: column 0, line 0 → column 12, line 0"]],
    [["panels", 0, "gridPos", "w"], 24, ["size: 12 × 8 → 24 × 8"]],
    [
      ["panels", 0, "fieldConfig", "overrides", 0, "properties", 0, "value", "fixedColor"],
      "blue",
      ["colour of override for p95: red → blue"],
    ],
    [["panels", 0, "fieldConfig", "overrides"], [], ["override for p95: colour red → undefined"]],
    [
      ["panels", 0, "transformations", 0, "options", "excludeByName", "Time"],
      false,
      ["options.excludeByName.Time of transformation organize: on → off"],
    ],
    [["panels", 0, "transformations"], [], ["transformations: organize → none"]],
    [["panels", 0, "links", 0, "url"], "/b", ["url of link Runbook: /a → /b"]],
    [["panels", 0, "options", "legend", "displayMode"], "table", ["legend: list → table"]],
    [["time", "from"], "now-6h", ["default time range: now-1h to now → now-6h to now"]],
    [["refresh"], "30s", ["default refresh: 10s → 30s"]],
    [["links", 0, "url"], "/x", ["url of link Docs: /docs → /x"]],
    [["annotations", "list", 0, "expr"], "x", ["expr of annotation Deploys: deploys → x"]],
    [["templating", "list", 0, "multi"], true, ["several values: off → on"]],
    [["templating", "list", 0, "current"], { text: "b", value: "b" }, ["chosen value: a → b"]],
  ])("%j to %j", (path, value, words) => {
    expect(told(path, value)).toEqual(words);
  });

  it("tells that variables or queries stand in another order", () => {
    const { list } = dashboard.templating as { list: Json[] };
    expect(told(["templating", "list"], list.toReversed())).toEqual([
      "order of variables: job, env → env, job",
    ]);
    expect(told(["panels", 0, "targets"], (panel.targets as Json[]).toReversed())).toEqual([
      "order of queries: A, B → B, A",
    ]);
  });

  it("calls a row a row", () => {
    const after = { ...dashboard, panels: [panel, { id: 9, type: "row", title: "Hosts", panels: [] }] };
    expect(diffDashboards(dashboard, after).panels).toEqual([
      { kind: "added", name: "Hosts", panelId: 9, isRow: true, changes: [] },
    ]);
  });

  it("says which panel is meant where several have one title", () => {
    const twins = [
      { id: 4, title: "CPU", type: "stat" },
      { id: 5, title: "CPU", type: "stat" },
    ];
    const { panels } = diffDashboards(
      { panels: twins },
      setAt({ panels: twins }, ["panels", 1, "type"], "gauge") as JsonObject,
    );
    expect(panels).toMatchObject([{ name: "CPU (panel 5)", panelId: 5 }]);
  });

  it("never misses a change, whatever becomes of a value", () => {
    const paths = leafPaths(panel).map((path) => ["panels", 0, ...path]);
    const values: (Json | undefined)[] = [
      undefined,
      null,
      true,
      0,
      7,
      "",
      "x",
      [],
      [1],
      {},
      { a: {} },
      [{ name: "n" }],
      [[]],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...values), (path, value) => {
        const after = (
          value === undefined ? removeAt(dashboard, path) : setAt(dashboard, path, value)
        ) as JsonObject;
        const same = JSON.stringify(after) === JSON.stringify(dashboard);
        expect(isSameDashboard(diffDashboards(dashboard, after))).toBe(same);
      }),
      { numRuns: 400 },
    );
  });
});

function leafPaths(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const entries =
    typeof value !== "object" || value === null
      ? []
      : Array.isArray(value)
        ? [...value.entries()]
        : Object.entries(value);
  const inside = entries.flatMap(([key, item]) => leafPaths(item, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
}
