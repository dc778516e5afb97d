import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { hasOldRows, removeRow, setRowCollapsed, upgradeRows } from "./rows";
import { sampleGrid as document, samplePanel as panel, sampleRow as row } from "./testing/sample-grid";

const idsOf = (panels: unknown) => (panels as { id: number }[]).map(({ id }) => id);

describe("setRowCollapsed", () => {
  it("keeps the row's panels inside it, and lets them out where they were", () => {
    const collapsed = setRowCollapsed(document, ["panels", 1], true);
    expect(idsOf(collapsed.panels)).toEqual([1, 2, 5, 6]);
    expect(collapsed.panels).toContainEqual({
      ...row(2, 4),
      collapsed: true,
      panels: [panel(3, 5), panel(4, 5, 12)],
    });
    expect(setRowCollapsed(collapsed, ["panels", 1], false)).toEqual(document);
  });

  it("makes room below a row that was stored collapsed", () => {
    const stored: DashboardDocument = {
      panels: [row(1, 0, { collapsed: true, panels: [panel(2, 20)] }), row(3, 1), panel(4, 2)],
    };
    const expanded = setRowCollapsed(stored, ["panels", 0], false);
    expect(readDashboard(expanded).panels.map(({ id, rowId, gridPos }) => [id, rowId, gridPos.y])).toEqual([
      [2, 1, 1],
      [4, 3, 6],
    ]);
  });
});

describe("removeRow", () => {
  it("takes the head alone, or the panels with it", () => {
    expect(idsOf(removeRow(document, ["panels", 1], false).panels)).toEqual([1, 3, 4, 5, 6]);
    expect(idsOf(removeRow(document, ["panels", 1], true).panels)).toEqual([1, 5, 6]);
  });

  it("lets the panels of a collapsed row out before its head goes", () => {
    const collapsed = setRowCollapsed(document, ["panels", 1], true);
    expect(idsOf(removeRow(collapsed, ["panels", 1], false).panels)).toEqual([1, 3, 4, 5, 6]);
    expect(idsOf(removeRow(collapsed, ["panels", 1], true).panels)).toEqual([1, 5, 6]);
  });
});

describe("upgradeRows", () => {
  it("places the panels of old rows where they were drawn", () => {
    const old: DashboardDocument = {
      title: "t",
      rows: [
        {
          title: "First",
          showTitle: true,
          height: 250,
          panels: [
            { id: 1, span: 6, type: "graph" },
            { id: 2, span: 6 },
          ],
        },
        { title: "Second", showTitle: true, collapse: true, panels: [{ id: 3, span: 12, type: "graph" }] },
      ],
    };
    expect(hasOldRows(old)).toBe(true);
    const upgraded = upgradeRows(old);
    expect(hasOldRows(upgraded)).toBe(false);
    const place = ({ panels, rows }: ReturnType<typeof readDashboard>) => ({
      panels: panels.map(({ id, gridPos, rowId }) => ({ id, gridPos, rowId })),
      rows: rows.map(({ id, title, collapsed }) => ({ id, title, collapsed })),
    });
    expect(place(readDashboard(upgraded))).toEqual(place(readDashboard(old)));
  });
});
