import { describe, expect, it } from "vitest";
import type { GridPos, ReadDashboard, ReadPanel, ReadRow } from "@/lib/shared/dashboards/reading-model";
import { arrangeGrid, type GridItem } from "./arrange-grid";

function panel(
  id: number,
  [x, y, w, h]: [number, number, number, number],
  more: Partial<ReadPanel> = {},
): ReadPanel {
  return {
    id,
    path: ["panels", id],
    storedType: "stat",
    type: "stat",
    title: `Panel ${id}`,
    description: "",
    transparent: false,
    gridPos: { x, y, w, h },
    rowId: null,
    datasource: null,
    targets: [],
    fieldConfig: { defaults: { custom: {} }, overrides: [] },
    options: {},
    transformations: [],
    interval: "",
    maxDataPoints: null,
    timeFrom: "",
    timeShift: "",
    links: [],
    repeat: null,
    repeatDirection: "h",
    maxPerRow: null,
    raw: {},
    ...more,
  };
}

function row(id: number, y: number, more: Partial<ReadRow> = {}): ReadRow {
  return { id, path: [], title: `Row ${id}`, collapsed: false, y, repeat: null, ...more };
}

function arrange(panels: ReadPanel[], rows: ReadRow[] = [], values: Record<string, string[]> = {}) {
  const dashboard: ReadDashboard = {
    uid: "a",
    title: "A",
    description: "",
    tags: [],
    time: { from: "now-6h", to: "now" },
    refresh: "",
    refreshIntervals: [],
    timezone: "browser",
    graphTooltip: 0,
    panels,
    rows,
    variables: [],
    links: [],
    annotations: [],
    findings: [],
  };
  return arrangeGrid(dashboard, {
    valuesOf: (name) => values[name] ?? [],
    isCollapsed: (_key, one) => one.collapsed,
  });
}

function places(items: readonly GridItem[]): Record<string, number | GridPos> {
  return Object.fromEntries(items.map((item) => [item.key, item.kind === "row" ? item.y : item.gridPos]));
}

describe("arrangeGrid", () => {
  it("keeps the places of a tidy dashboard", () => {
    const { items, height } = arrange([
      panel(1, [0, 0, 12, 8]),
      panel(2, [12, 0, 12, 8]),
      panel(3, [0, 8, 24, 4]),
    ]);
    expect(places(items)).toEqual({
      "1": { x: 0, y: 0, w: 12, h: 8 },
      "2": { x: 12, y: 0, w: 12, h: 8 },
      "3": { x: 0, y: 8, w: 24, h: 4 },
    });
    expect(height).toBe(12);
  });

  it("closes gaps upwards and keeps panels inside the grid", () => {
    const { items } = arrange([panel(1, [0, 5, 6, 4]), panel(2, [20, 30, 12, 2])]);
    expect(places(items)).toEqual({ "1": { x: 0, y: 0, w: 6, h: 4 }, "2": { x: 12, y: 0, w: 12, h: 2 } });
  });

  it("hides the panels of a collapsed row and moves the rest up", () => {
    const { items, height } = arrange(
      [
        panel(1, [0, 1, 24, 9], { rowId: 10, path: ["panels", 0, "panels", 0] }),
        panel(2, [0, 11, 24, 3], { rowId: 20 }),
      ],
      [row(10, 0, { collapsed: true }), row(20, 10)],
    );
    expect(places(items)).toEqual({ "row-10": 0, "row-20": 1, "2": { x: 0, y: 2, w: 24, h: 3 } });
    expect(items[0]).toMatchObject({ collapsed: true, panelCount: 1 });
    expect(height).toBe(5);
  });

  it("shows a panel that stands below a row stored collapsed without being inside it", () => {
    const { items } = arrange(
      [
        panel(1, [0, 1, 24, 9], { rowId: 10, path: ["panels", 0, "panels", 0] }),
        panel(2, [0, 1, 24, 3], { rowId: 10 }),
      ],
      [row(10, 0, { collapsed: true })],
    );
    expect(items.map(({ key }) => key)).toEqual(["row-10", "2"]);
  });

  it("repeats a panel across, four on a line, and moves what is below", () => {
    const { items } = arrange([panel(1, [0, 0, 24, 5], { repeat: "pod" }), panel(2, [0, 5, 24, 2])], [], {
      pod: ["a", "b", "c", "d", "e"],
    });
    expect(places(items)).toEqual({
      "1": { x: 0, y: 0, w: 6, h: 5 },
      "1-clone-1": { x: 6, y: 0, w: 6, h: 5 },
      "1-clone-2": { x: 12, y: 0, w: 6, h: 5 },
      "1-clone-3": { x: 18, y: 0, w: 6, h: 5 },
      "1-clone-4": { x: 0, y: 5, w: 6, h: 5 },
      "2": { x: 0, y: 10, w: 24, h: 2 },
    });
    expect(items[1]).toMatchObject({ scopedVariables: { pod: "b" } });
  });

  it("shares the line when there are fewer values than fit", () => {
    const { items } = arrange([panel(1, [0, 0, 6, 5], { repeat: "pod", maxPerRow: 8 })], [], {
      pod: ["a", "b"],
    });
    expect(places(items)).toEqual({
      "1": { x: 0, y: 0, w: 12, h: 5 },
      "1-clone-1": { x: 12, y: 0, w: 12, h: 5 },
    });
  });

  it("puts five on a line when five may stand there", () => {
    const { items } = arrange([panel(1, [0, 0, 6, 5], { repeat: "pod", maxPerRow: 5 })], [], {
      pod: [..."abcde"],
    });
    expect(items.every((item) => item.kind === "panel" && item.gridPos.y === 0)).toBe(true);
  });

  it("repeats a panel downwards", () => {
    const { items } = arrange([panel(1, [0, 0, 8, 3], { repeat: "pod", repeatDirection: "v" })], [], {
      pod: ["a", "b"],
    });
    expect(places(items)).toEqual({
      "1": { x: 0, y: 0, w: 8, h: 3 },
      "1-clone-1": { x: 0, y: 3, w: 8, h: 3 },
    });
  });

  it("repeats a row with its panels, and panels inside of it", () => {
    const { items } = arrange(
      [panel(1, [0, 1, 24, 4], { rowId: 9, repeat: "pod" })],
      [row(9, 0, { repeat: "job" })],
      { job: ["api", "db"], pod: ["a", "b"] },
    );
    expect(items.map((item) => item.key)).toEqual([
      "row-9",
      "1",
      "1-clone-1",
      "row-9-row-1",
      "1-row-1",
      "1-row-1-clone-1",
    ]);
    expect(items.at(-1)).toMatchObject({ scopedVariables: { job: "db", pod: "b" }, gridPos: { y: 6 } });
  });

  it("shows a repeated panel once while its variable has no value", () => {
    const { items } = arrange([panel(1, [0, 0, 6, 5], { repeat: "gone" })]);
    expect(places(items)).toEqual({ "1": { x: 0, y: 0, w: 6, h: 5 } });
  });
});
