import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "@/lib/shared/json";
import { diffDashboards } from "./diff/diff-dashboards";
import { getAt, setAt } from "./edit/json-path";
import { upgradeDashboard } from "./edit/upgrade-dashboard";
import { toPortable } from "./export/to-portable";
import { toStandalone } from "./export/to-standalone";
import { findOddities } from "./findings/find-oddities";
import { applyFixes } from "./findings/finding";
import { readDashboard } from "./read-dashboard";
import { resolveImport } from "./resolve-import";
import { toClassicView } from "./schema-v2/to-classic-view";
import { unwrapDocument } from "./unwrap-document";

const panel = (type: string, more: JsonObject = {}): JsonObject => ({
  id: 1,
  type,
  title: "P",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  datasource: { type: "prometheus", uid: "${DS_P}" },
  targets: [{ refId: "A", expr: "up", intervalFactor: 2, datasource: "x" }],
  fieldConfig: {
    defaults: {
      unit: "s",
      thresholds: { mode: "absolute", steps: [{ color: "g", value: null }] },
      mappings: [{ type: "value", options: { "1": { text: "x" } } }],
    },
    overrides: [{ matcher: { id: "byName", options: "a" }, properties: [{ id: "unit", value: "s" }] }],
  },
  options: { legend: { calcs: ["mean"] }, reduceOptions: { calcs: ["last"] } },
  transformations: [{ id: "organize", options: {} }],
  yaxes: [{ format: "s", min: "0" }, { format: "short" }],
  seriesOverrides: [{ alias: "/x/", yaxis: 2 }],
  styles: [{ pattern: "/.*/", type: "number", thresholds: ["1"] }],
  valueMaps: [{ value: "null", text: "N/A" }],
  links: [{ url: "/d/x" }],
  ...more,
});
const classic: JsonObject = {
  __inputs: [{ name: "DS_P", type: "datasource", pluginId: "prometheus" }],
  title: "T",
  uid: "u",
  tags: ["a"],
  time: { from: "now-1h", to: "now" },
  refresh: "10s",
  templating: {
    list: [
      {
        name: "v",
        type: "query",
        query: { query: "label_values(up, job)" },
        current: { text: "a", value: "a" },
        options: [{ text: "a", value: "a" }],
      },
    ],
  },
  annotations: { list: [{ name: "Deploys", expr: "up", enable: true }] },
  panels: [
    panel("timeseries"),
    panel("row", { panels: [panel("stat", { id: 3 })] }),
    panel("heatmap", { id: 4 }),
    panel("text", { id: 5, content: "<b>" }),
  ],
};
const rows: JsonObject = {
  title: "Old",
  rows: [
    {
      title: "R",
      height: "250px",
      collapse: false,
      panels: ["graph", "singlestat", "table-old", "table"].map((type, id) => panel(type, { id, span: 4 })),
    },
  ],
};
const v2: JsonObject = {
  apiVersion: "dashboard.grafana.app/v2beta1",
  kind: "Dashboard",
  metadata: { name: "u" },
  spec: {
    title: "New",
    variables: [
      { kind: "QueryVariable", spec: { name: "v", query: { group: "prometheus", spec: { query: "x" } } } },
    ],
    elements: {
      a: {
        kind: "Panel",
        spec: {
          id: 1,
          title: "P",
          data: { spec: { queries: [{ spec: { refId: "A", query: { spec: { expr: "up" } } } }] } },
          vizConfig: { group: "stat", spec: {} },
        },
      },
    },
    layout: {
      kind: "RowsLayout",
      spec: {
        rows: [
          {
            kind: "RowsLayoutRow",
            spec: {
              title: "R",
              layout: {
                kind: "GridLayout",
                spec: {
                  items: [
                    {
                      kind: "GridLayoutItem",
                      spec: { x: 0, y: 0, width: 1, height: 1, element: { name: "a" } },
                    },
                  ],
                },
              },
            },
          },
        ],
      },
    },
  },
};

/** Every path of a document, so that damage can be done anywhere. */
function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

const odd = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    0.5,
    "",
    "x",
    "[[v]]",
    "${",
    "/(/",
    "null",
    [],
    {},
    [[]],
    [null],
    { "0": "M" },
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
  fc.constantFrom<Json>(
    JSON.parse('{"__proto__":null,"toString":"x","valueOf":1}'),
    { constructor: 1 },
    { length: -1 },
  ),
);

/** A real shape with wrong types in up to four places. */
const damaged = fc
  .tuple(
    fc.constantFrom(classic, rows, v2),
    fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
  )
  .map(([document, hits]) => {
    const paths = pathsOf(document).filter((path) => path.length > 0);
    const hit = hits.reduce<JsonObject>(
      (before, [place, value]) => setAt(before, paths[place % paths.length] ?? ["x"], value) as JsonObject,
      document,
    );
    // Places in lists that are gone by now leave holes, which JSON does not have.
    return JSON.parse(JSON.stringify(hit)) as JsonObject;
  });

describe("any document", () => {
  it("is read, looked at, mended, upgraded, compared and exported without a throw, and is not changed by that", () => {
    fc.assert(
      fc.property(damaged, (document) => {
        const before = JSON.stringify(document);
        const view = toClassicView(unwrapDocument(document).document);
        const reading = readDashboard(view);
        expect(JSON.stringify(reading)).toEqual(expect.any(String));
        for (const { path, raw, gridPos } of reading.panels) {
          expect(getAt(view, path)).toBe(raw);
          expect(Object.values(gridPos).every((number) => Number.isFinite(number))).toBe(true);
        }
        const findings = findOddities(document);
        applyFixes(document, findings);
        upgradeDashboard(view);
        diffDashboards(classic, document);
        diffDashboards(document, v2);
        toPortable(view, []);
        toStandalone(view, "u", "prom");
        expect(() => resolveImport(view, { DS_P: "x" })).not.toThrow(TypeError);
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
