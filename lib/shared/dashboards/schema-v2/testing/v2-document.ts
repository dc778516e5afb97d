import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { JsonObject } from "@/lib/shared/json";
import { toClassicView } from "../to-classic-view";

export const panel = (id: number, more: JsonObject = {}): JsonObject => ({
  kind: "Panel",
  spec: {
    id,
    title: `P${id}`,
    data: {
      kind: "QueryGroup",
      spec: {
        queries: [
          {
            kind: "PanelQuery",
            spec: {
              refId: "A",
              hidden: false,
              query: {
                kind: "DataQuery",
                group: "prometheus",
                version: "v0",
                datasource: { name: "prom" },
                spec: { expr: "up" },
              },
            },
          },
        ],
        transformations: [{ kind: "Transformation", group: "organize", spec: { options: { x: 1 } } }],
        queryOptions: { interval: "1m", maxDataPoints: 100 },
      },
    },
    vizConfig: {
      kind: "VizConfig",
      group: "stat",
      version: "12",
      spec: { options: { graphMode: "area" }, fieldConfig: { defaults: { unit: "s" }, overrides: [] } },
    },
    ...more,
  },
});
export const at = (name: string, x: number, y: number, width = 12, height = 8) => ({
  kind: "GridLayoutItem",
  spec: { x, y, width, height, element: { kind: "ElementReference", name } },
});
export const auto = (name: string) => ({
  kind: "AutoGridLayoutItem",
  spec: { element: { kind: "ElementReference", name } },
});
export const document = (layout: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: "dashboard.grafana.app/v2beta1",
  kind: "Dashboard",
  metadata: { name: "u" },
  spec: {
    title: "T",
    tags: ["a"],
    cursorSync: "Crosshair",
    timeSettings: { from: "now-1h", to: "now", autoRefresh: "10s", timezone: "utc" },
    elements: { "panel-1": panel(1), "panel-2": panel(2), "panel-3": panel(3), "panel-4": panel(4) },
    layout,
    ...more,
  },
});
export const grid = (...items: JsonObject[]): JsonObject => ({ kind: "GridLayout", spec: { items } });
export const row = (title: string, layout: JsonObject, more: JsonObject = {}): JsonObject => ({
  kind: "RowsLayoutRow",
  spec: { title, layout, ...more },
});
export const read = (layout: JsonObject, more: JsonObject = {}) =>
  readDashboard(toClassicView(document(layout, more)));
export const places = (layout: JsonObject) =>
  read(layout).panels.map(({ id, gridPos: { x, y, w, h } }) => [id, x, y, w, h]);
