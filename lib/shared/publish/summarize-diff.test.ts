import { describe, expect, it } from "vitest";
import { summarizeDiff } from "./summarize-diff";

const panel = (id: number, more = {}) => ({
  id,
  title: `Panel ${id}`,
  type: "timeseries",
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: "A", expr: "up" }],
  ...more,
});

describe("summarizeDiff", () => {
  it("finds nothing between equal documents, whatever the order of keys", () => {
    const before = { title: "T", panels: [{ id: 1, title: "x" }], version: 3, id: 9 };
    const after = { version: 5, panels: [{ title: "x", id: 1 }], title: "T" };
    expect(summarizeDiff(before, after)).toEqual({ settings: [], panels: [], omitted: 0 });
  });

  it("tells added, removed, changed and moved panels apart", () => {
    const before = { panels: [panel(1), panel(2), panel(3)] };
    const moved = panel(3, { gridPos: { x: 12, y: 0, w: 12, h: 8 } });
    const changed = panel(1, { targets: [{ refId: "A", expr: "down" }] });
    const { panels } = summarizeDiff(before, { panels: [changed, moved, panel(4)] });
    expect(panels.map(({ panelId, change }) => `${panelId} ${change}`).sort()).toEqual([
      "1 changed",
      "2 removed",
      "3 moved",
      "4 added",
    ]);
    expect(panels.find(({ panelId }) => panelId === 1)?.fields).toMatchObject([
      { before: "up", after: "down" },
    ]);
    expect(panels.find(({ panelId }) => panelId === 3)?.fields).toEqual([
      { path: "place", before: "column 0, line 0", after: "column 12, line 0" },
    ]);
  });

  it("names settings and variables", () => {
    const before = { title: "A", templating: { list: [{ name: "job", query: "x" }] } };
    const after = {
      title: "B",
      templating: {
        list: [
          { name: "job", query: "y" },
          { name: "env", query: "" },
        ],
      },
    };
    const { settings } = summarizeDiff(before, after);
    expect(settings.map(({ path }) => path)).toEqual(["title", "variable job › query", "variable env"]);
  });

  it("shows a new dashboard by its panels only", () => {
    expect(summarizeDiff(null, { title: "T", tags: ["x"], panels: [panel(1)] })).toMatchObject({
      settings: [],
      panels: [{ change: "added" }],
    });
  });

  it("cuts long values and counts what it leaves out", () => {
    const many = Array.from({ length: 300 }, (_, index) => panel(index));
    const diff = summarizeDiff({ description: "" }, { description: "x".repeat(1000), panels: many });
    expect(diff.panels).toHaveLength(200);
    expect(diff.omitted).toBe(100);
    expect(diff.settings[0]?.after).toBe(`${"x".repeat(300)}…`);
  });
});
