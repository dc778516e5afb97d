import { describe, expect, it } from "vitest";
import { diffDashboards } from "./diff-panels";

const panel = (id: number, more = {}) => ({
  id,
  title: `Panel ${id}`,
  type: "timeseries",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [
    { refId: "A", expr: "up" },
    { refId: "B", expr: "down" },
  ],
  ...more,
});

describe("diffDashboards", () => {
  it("finds nothing between equal documents, whatever the order of keys", () => {
    const before = { title: "T", panels: [{ id: 1, title: "x" }], version: 3, id: 9 };
    const after = { version: 5, panels: [{ title: "x", id: 1 }], title: "T" };
    expect(diffDashboards(before, after)).toEqual({ settings: [], panels: [], omitted: 0 });
  });

  it("tells added, removed, changed and moved panels apart", () => {
    const before = { panels: [panel(1), panel(2), panel(3)] };
    const after = {
      panels: [panel(1, { title: "Renamed" }), panel(3, { gridPos: { x: 12, y: 0, w: 12, h: 8 } }), panel(4)],
    };
    expect(diffDashboards(before, after).panels).toMatchObject([
      { panelId: 1, change: "changed", fields: [{ path: "title", before: "Panel 1", after: "Renamed" }] },
      { panelId: 3, change: "moved", fields: [{ path: "position › x", before: "0", after: "12" }] },
      { panelId: 4, change: "added" },
      { panelId: 2, change: "removed" },
    ]);
  });

  it("compares targets by refId", () => {
    const targets = [
      { refId: "B", expr: "down" },
      { refId: "A", expr: "rate(up[5m])" },
    ];
    const { panels } = diffDashboards({ panels: [panel(1)] }, { panels: [panel(1, { targets })] });
    expect(panels[0]?.fields).toEqual([{ path: "targets A › expr", before: "up", after: "rate(up[5m])" }]);
  });

  it("looks into collapsed rows and at settings", () => {
    const before = { title: "A", tags: ["x"], panels: [{ id: 9, type: "row", panels: [panel(1)] }] };
    const after = {
      title: "B",
      tags: ["x", "y"],
      panels: [{ id: 9, type: "row", panels: [panel(1, { unit: "s" })] }],
    };
    const diff = diffDashboards(before, after);
    expect(diff.settings.map(({ path }) => path)).toEqual(["title", "tags"]);
    expect(diff.panels).toMatchObject([{ panelId: 1, fields: [{ path: "unit", before: null, after: "s" }] }]);
  });

  it("keeps panels with the same id apart and counts what it leaves out", () => {
    const many = Array.from({ length: 300 }, () => panel(1));
    const diff = diffDashboards({}, { panels: many });
    expect(diff.panels).toHaveLength(200);
    expect(diff.omitted).toBe(100);
  });

  it("survives documents of any shape", () => {
    expect(
      diffDashboards({ panels: "hello" }, { panels: [null, 1, { id: "x" }], tags: null }).panels,
    ).toHaveLength(1);
  });
});
