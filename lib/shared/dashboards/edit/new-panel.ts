import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/** A time series panel below all others, asking the datasource that the other panels ask. */
export function newPanel(dashboard: Pick<ReadDashboard, "panels" | "rows">): JsonObject {
  const datasource = dashboard.panels.map((panel) => panel.raw.datasource).find((value) => value != null);
  return {
    type: "timeseries",
    title: "New panel",
    ...(datasource !== undefined && { datasource }),
    gridPos: { x: 0, y: bottomOf(dashboard), w: 12, h: 8 },
    fieldConfig: {
      defaults: { custom: { drawStyle: "line", lineWidth: 1, fillOpacity: 10, showPoints: "never" } },
      overrides: [],
    },
    options: { legend: { displayMode: "list", placement: "bottom", calcs: [] }, tooltip: { mode: "multi" } },
    targets: [{ refId: "A", expr: "", legendFormat: "" }],
  };
}

/** A panel of this or another dashboard below all others, as large as it was. */
export function pastedPanel(
  dashboard: Pick<ReadDashboard, "panels" | "rows">,
  panel: JsonObject,
): JsonObject {
  const { id, repeatPanelId, scopedVars, ...own } = panel;
  const { w = 12, h = 8 } = isJsonObject(own.gridPos) ? own.gridPos : {};
  return { ...own, gridPos: { x: 0, y: bottomOf(dashboard), w, h } };
}

function bottomOf({ panels, rows }: Pick<ReadDashboard, "panels" | "rows">): number {
  return Math.max(0, ...panels.map(({ gridPos }) => gridPos.y + gridPos.h), ...rows.map(({ y }) => y + 1));
}

export function newRow(dashboard: Pick<ReadDashboard, "panels" | "rows">): JsonObject {
  const { gridPos } = newPanel(dashboard);
  return {
    type: "row",
    title: "New row",
    collapsed: false,
    panels: [],
    gridPos: { ...(gridPos as JsonObject), w: 24, h: 1 },
  };
}
