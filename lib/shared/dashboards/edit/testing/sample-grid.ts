import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";

export const samplePanel = (id: number, y: number, x = 0, h = 4) => ({
  id,
  type: "stat",
  gridPos: { x, y, w: 12, h },
});

export const sampleRow = (id: number, y: number, more = {}) => ({
  id,
  type: "row",
  collapsed: false,
  panels: [],
  gridPos: { x: 0, y, w: 24, h: 1 },
  ...more,
});

/** A panel above all rows, a row of two and a row of one. */
export const sampleGrid: DashboardDocument = {
  title: "t",
  panels: [
    samplePanel(1, 0),
    sampleRow(2, 4),
    samplePanel(3, 5),
    samplePanel(4, 5, 12),
    sampleRow(5, 9),
    samplePanel(6, 10),
  ],
};
