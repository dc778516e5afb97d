import type { GridPos, ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

type Grid = Pick<ReadDashboard, "panels" | "rows">;

/** A time series panel behind all others, asking the datasource that the other panels ask. */
export function newPanel(dashboard: Grid): JsonObject {
  const datasource = dashboard.panels.map((panel) => panel.raw.datasource).find((value) => value != null);
  return {
    type: "timeseries",
    title: "New panel",
    ...(datasource !== undefined && { datasource }),
    gridPos: { ...placeBehind(dashboard, { w: 12, h: 8 }) },
    fieldConfig: {
      defaults: { custom: { drawStyle: "line", lineWidth: 1, fillOpacity: 10, showPoints: "never" } },
      overrides: [],
    },
    options: { legend: { displayMode: "list", placement: "bottom", calcs: [] }, tooltip: { mode: "multi" } },
    targets: [{ refId: "A", expr: "", legendFormat: "" }],
  };
}

/** A panel of this or another dashboard behind all others, as large as it was. */
export function pastedPanel(dashboard: Grid, panel: JsonObject): JsonObject {
  const { id, repeatPanelId, scopedVars, ...own } = panel;
  const { w = 12, h = 8 } = isJsonObject(own.gridPos) ? own.gridPos : {};
  return { ...own, gridPos: { ...placeBehind(dashboard, { w: Number(w) || 12, h: Number(h) || 8 }) } };
}

/** Right of the last panels where there is room, else below all. */
function placeBehind({ panels, rows }: Grid, size: Pick<GridPos, "w" | "h">): GridPos {
  const bottom = bottomOf({ panels, rows });
  const last = panels.filter(({ gridPos }) => gridPos.y + gridPos.h === bottom);
  const y = Math.max(0, ...last.map(({ gridPos }) => gridPos.y));
  const beside = panels.filter(({ gridPos }) => gridPos.y + gridPos.h > y);
  const x = Math.max(0, ...beside.map(({ gridPos }) => gridPos.x + gridPos.w));
  const below = last.length === 0 || x + size.w > 24 || rows.some((row) => row.collapsed || row.y >= y);
  return below ? { x: 0, y: bottom, ...size } : { x, y, ...size };
}

function bottomOf({ panels, rows }: Grid): number {
  return Math.max(0, ...panels.map(({ gridPos }) => gridPos.y + gridPos.h), ...rows.map(({ y }) => y + 1));
}

export function newRow(dashboard: Grid): JsonObject {
  return {
    type: "row",
    title: "New row",
    collapsed: false,
    panels: [],
    gridPos: { x: 0, y: bottomOf(dashboard), w: 24, h: 1 },
  };
}
