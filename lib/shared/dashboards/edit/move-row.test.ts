import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { moveRow } from "./move-row";
import { sampleGrid as document, samplePanel as panel, sampleRow as row } from "./testing/sample-grid";

const standing = (moved: DashboardDocument) => {
  const { panels, rows } = readDashboard(moved);
  return [
    ...rows.map(({ id, y }) => [id, y]),
    ...panels.map(({ id, gridPos, rowId }) => [id, gridPos.y, rowId]),
  ].toSorted((a, b) => Number(a[1]) - Number(b[1]));
};

describe("moveRow", () => {
  it("moves a row with its panels past its neighbour, and back", () => {
    const down = moveRow(document, ["panels", 1], 1);
    expect(standing(down)).toEqual([
      [1, 0, null],
      [5, 4],
      [6, 5, 5],
      [2, 9],
      [3, 10, 2],
      [4, 10, 2],
    ]);
    expect(moveRow(down, ["panels", 1], -1)).toEqual(document);
  });

  it("puts a new row above panels that stood in none, which are its own then", () => {
    const flat: DashboardDocument = { panels: [panel(1, 0), panel(2, 4), row(3, 8)] };
    expect(standing(moveRow(flat, ["panels", 2], -1))).toEqual([
      [3, 0],
      [1, 1, 3],
      [2, 5, 3],
    ]);
  });

  it("keeps what a collapsed row holds, and does nothing at the ends", () => {
    const collapsed: DashboardDocument = {
      panels: [row(1, 0), panel(2, 1), row(3, 5, { collapsed: true, panels: [panel(4, 6)] })],
    };
    const moved = moveRow(collapsed, ["panels", 2], -1);
    expect(moved.panels).toEqual([
      row(1, 1),
      panel(2, 2),
      row(3, 0, { collapsed: true, panels: [panel(4, 6)] }),
    ]);
    expect(moveRow(collapsed, ["panels", 2], 1)).toBe(collapsed);
    expect(moveRow(collapsed, ["panels", 0], -1)).toBe(collapsed);
  });

  it("orders the rows of before Grafana 5 as they are stored", () => {
    const old: DashboardDocument = { rows: [{ title: "a" }, { title: "b" }] };
    expect(moveRow(old, ["rows", 1], -1)).toEqual({ rows: [{ title: "b" }, { title: "a" }] });
    expect(moveRow(old, ["rows", 0], -1)).toBe(old);
  });
});
