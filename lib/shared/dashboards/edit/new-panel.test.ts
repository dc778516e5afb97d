import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { newPanel, newRow, pastedPanel } from "./new-panel";

const panel = (x: number, y: number, w: number, h: number) => ({
  type: "stat",
  title: "S",
  gridPos: { x, y, w, h },
});
const row = (y: number, collapsed = false, panels: object[] = []) => ({
  type: "row",
  title: "R",
  collapsed,
  panels,
  gridPos: { x: 0, y, w: 24, h: 1 },
});
function read(...panels: object[]) {
  const numbered = panels.map((one, index) => ({ ...one, id: index + 1 }));
  return readDashboard(JSON.parse(JSON.stringify({ title: "D", panels: numbered })));
}
const placed = (...panels: object[]) => newPanel(read(...panels)).gridPos;

describe("a new panel", () => {
  it("stands right of the last ones where there is room, else below all", () => {
    expect(placed()).toEqual({ x: 0, y: 0, w: 12, h: 8 });
    expect(placed(panel(0, 0, 12, 8))).toEqual({ x: 12, y: 0, w: 12, h: 8 });
    expect(placed(panel(0, 0, 24, 4), panel(0, 4, 6, 5))).toMatchObject({ x: 6, y: 4 });
    expect(placed(panel(0, 0, 13, 8))).toMatchObject({ x: 0, y: 8 });
  });

  it("never lies over what reaches further up", () => {
    expect(placed(panel(0, 0, 12, 4), panel(12, 0, 12, 8), panel(0, 4, 12, 4))).toMatchObject({ x: 0, y: 8 });
    expect(placed(panel(12, 0, 12, 8))).toMatchObject({ x: 0, y: 8 });
  });

  it("belongs to the last row, and stands below a collapsed one", () => {
    expect(placed(panel(0, 0, 12, 8), row(8))).toMatchObject({ x: 0, y: 9 });
    expect(placed(row(0), panel(0, 1, 12, 8))).toMatchObject({ x: 12, y: 1 });
    expect(placed(row(0, true, [{ ...panel(0, 1, 12, 8), id: 9 }]))).toMatchObject({ x: 0 });
  });

  it("is put so when it is pasted, as large as it was, and a row always below", () => {
    const board = read(panel(0, 0, 12, 8));
    expect(pastedPanel(board, panel(3, 3, 6, 5)).gridPos).toEqual({ x: 12, y: 0, w: 6, h: 5 });
    expect(newRow(board).gridPos).toEqual({ x: 0, y: 8, w: 24, h: 1 });
  });
});
