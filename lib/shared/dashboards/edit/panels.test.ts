import { describe, expect, it } from "vitest";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { addPanel, duplicatePanel, findPanelPath, nextPanelId, placePanels, removePanel } from "./panels";
import { setInDocument } from "./set-in-document";

const document: DashboardDocument = {
  unknownToUs: { kept: true },
  panels: [
    { id: 1, type: "stat", gridPos: { x: 0, y: 0, w: 12, h: 4, static: true } },
    {
      id: 7,
      type: "row",
      collapsed: true,
      gridPos: { x: 0, y: 4, w: 24, h: 1 },
      panels: [{ id: 9, type: "graph", title: "Old" }],
    },
  ],
  title: "Service",
};

describe("panel edits", () => {
  it("finds panels wherever they stand", () => {
    expect(findPanelPath(document, 9)).toEqual(["panels", 1, "panels", 0]);
    expect(findPanelPath({ rows: [{ panels: [{ id: 4 }] }] }, 4)).toEqual(["rows", 0, "panels", 0]);
    expect(findPanelPath(document, 2)).toBeNull();
    expect(nextPanelId(document)).toBe(10);
  });

  it("a changed title changes nothing else", () => {
    const changed = setInDocument(document, ["panels", 1, "panels", 0, "title"], "New");
    expect(changed).toEqual({
      ...document,
      panels: [
        (document.panels as Json[])[0] as Json,
        {
          id: 7,
          type: "row",
          collapsed: true,
          gridPos: { x: 0, y: 4, w: 24, h: 1 },
          panels: [{ id: 9, type: "graph", title: "New" }],
        },
      ],
    });
    expect(Object.keys(changed)).toEqual(["unknownToUs", "panels", "title"]);
  });

  it("adds and duplicates with free ids, and places the copy beside or below", () => {
    const added = addPanel(document, { type: "timeseries", gridPos: { x: 0, y: 9, w: 16, h: 8 } });
    expect(findPanelPath(added, 10)).toEqual(["panels", 2]);
    const beside = duplicatePanel(document, ["panels", 0]);
    expect(beside.panels).toContainEqual({
      id: 10,
      type: "stat",
      gridPos: { x: 12, y: 0, w: 12, h: 4, static: true },
    });
    const below = duplicatePanel(added, ["panels", 2]);
    expect(below.panels).toContainEqual({
      id: 11,
      type: "timeseries",
      gridPos: { x: 0, y: 17, w: 16, h: 8 },
    });
  });

  it("removes one panel", () => {
    expect(findPanelPath(removePanel(document, ["panels", 1, "panels", 0]), 9)).toBeNull();
  });

  it("keeps a panel's very object when its place is the same", () => {
    const same = placePanels(document, [{ path: ["panels", 0], gridPos: { x: 0, y: 0, w: 12, h: 4 } }]);
    expect(same).toBe(document);
    const moved = placePanels(document, [{ path: ["panels", 0], gridPos: { x: 6, y: 0, w: 12, h: 4 } }]);
    expect(moved.panels).toContainEqual({
      id: 1,
      type: "stat",
      gridPos: { x: 6, y: 0, w: 12, h: 4, static: true },
    });
  });
});
