import { describe, expect, it } from "vitest";
import { getAt, setAt } from "@/lib/shared/dashboards/edit/json-path";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import { mergeDashboards } from "./merge-dashboards";

const base: DashboardDocument = {
  title: "Service",
  version: 3,
  templating: { list: [{ name: "job", query: "a" }] },
  panels: [
    { id: 1, title: "Rate", targets: [{ refId: "A", expr: "x" }], fieldConfig: { defaults: { unit: "s" } } },
    { id: 2, title: "Errors" },
    { id: 3, title: "Latency" },
  ],
};

const change = (document: DashboardDocument, path: (string | number)[], value: Json) =>
  setAt(document, path, value) as DashboardDocument;

describe("mergeDashboards", () => {
  it("takes thousands of panels that nothing tells apart", () => {
    const panels = (description: string) =>
      Array.from({ length: 3_000 }, (_, i) => ({
        id: i % 2,
        title: "Same",
        gridPos: { x: i, y: 0, w: 1, h: 1 },
        description,
      }));
    const [before, mine, theirs] = ["", "mine", "theirs"].map((text) => ({ panels: panels(text) }));
    const merged = mergeDashboards(before ?? {}, { ...mine, tags: ["mine"] }, theirs ?? {});
    expect(merged.document).toMatchObject({ tags: ["mine"] });
    expect(merged.document.panels).toEqual(panels("mine"));
    expect(merged.conflicts.length).toBe(3_000);
  });

  it("keeps changes of both sides in one panel and in different ones", () => {
    const mine = change(
      change(base, ["panels", 0, "targets", 0, "expr"], "y"),
      ["panels", 2, "title"],
      "p95",
    );
    const theirs = change(
      change(base, ["panels", 0, "fieldConfig", "defaults", "unit"], "ms"),
      ["version"],
      4,
    );
    const { document, conflicts } = mergeDashboards(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(document).toEqual(
      change(change(mine, ["panels", 0, "fieldConfig", "defaults", "unit"], "ms"), ["version"], 4),
    );
  });

  it("keeps what one side added, moved and removed", () => {
    const panels = base.panels as Json[];
    const mine = {
      ...base,
      panels: [panels[2], panels[0], panels[1], { id: 9, title: "Mine" }],
    } as DashboardDocument;
    const theirs = {
      ...base,
      panels: [panels[0], { id: 8, title: "Theirs" }, panels[2]],
    } as DashboardDocument;
    const { document, conflicts } = mergeDashboards(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect((document.panels as JsonObject[]).map((panel) => panel.id)).toEqual([3, 1, 8, 9]);
  });

  it("names what both changed, and what one changed while the other removed it", () => {
    const mine = change(change(base, ["title"], "Mine"), ["panels", 1, "title"], "Failures");
    const theirs = {
      ...change(base, ["title"], "Theirs"),
      panels: [(base.panels as Json[])[0], (base.panels as Json[])[2]],
    } as DashboardDocument;
    const { document, conflicts } = mergeDashboards(base, mine, theirs);
    expect(conflicts.map(({ path }) => path.join("/"))).toEqual(["title", "panels/#2"]);
    expect(document.title).toBe("Mine");
    expect(getAt(document, ["panels", 1, "title"])).toBe("Failures");
  });

  it("keeps both panels when each side added one under the same id", () => {
    const panels = base.panels as Json[];
    const mine = { ...base, panels: [...panels, { id: 9, title: "My panel" }] };
    const theirs = { ...base, panels: [...panels, { id: 9, title: "Their panel" }] };
    const { document, conflicts } = mergeDashboards(base, mine, theirs);
    expect(conflicts).toEqual([]);
    const added = (document.panels as { id: number; title: string }[]).slice(panels.length);
    expect(added.toSorted((a, b) => a.id - b.id)).toEqual([
      { id: 9, title: "Their panel" },
      { id: 10, title: "My panel" },
    ]);
  });

  it("takes the chosen side of a conflict", () => {
    const [mine, theirs] = [change(base, ["title"], "Mine"), change(base, ["title"], "Theirs")];
    expect(mergeDashboards(base, mine, theirs, () => "theirs").document.title).toBe("Theirs");
    expect(mergeDashboards(base, mine, theirs).conflicts).toEqual(
      mergeDashboards(base, mine, theirs, () => "theirs").conflicts,
    );
  });

  it("knows a panel wherever it stands: one side collapses a row, the other edits in it", () => {
    const row = { id: 5, type: "row", title: "Row", collapsed: false, panels: [] };
    const inner = { id: 6, title: "Inner", gridPos: { x: 0, y: 1 } };
    const open = { panels: [row, inner] };
    const mine = { panels: [{ ...row, collapsed: true, panels: [inner] }] };
    const theirs = { panels: [row, { ...inner, title: "Renamed" }] };
    expect(mergeDashboards(open, mine, theirs)).toEqual({
      document: { panels: [{ ...row, collapsed: true, panels: [{ ...inner, title: "Renamed" }] }] },
      conflicts: [],
    });
  });

  it("does not mistake a new panel for the one whose id it took over", () => {
    const panels = base.panels as Json[];
    const mine = { ...base, panels: [panels[0], panels[1], { id: 3, type: "stat", title: "Brand new" }] };
    const theirs = change(base, ["panels", 2, "description"], "told");
    const { document, conflicts } = mergeDashboards(base, mine as DashboardDocument, theirs);
    expect(conflicts).toMatchObject([{ path: ["panels", "#3"], mine: undefined }]);
    expect((document.panels as JsonObject[]).map(({ title }) => title)).toContain("Brand new");
  });

  it("does not mistake a new panel without an id for the one whose place it took", () => {
    const gridPos = { x: 0, y: 0 };
    const row = { id: 2, type: "row", title: "Row" };
    const datasource = { type: "prometheus", uid: "prometheus" };
    const gone = { title: "Rate", gridPos, datasource, targets: [{ refId: "A", expr: "x" }] };
    const added = { title: "Brand new", gridPos, datasource };
    const { document, conflicts } = mergeDashboards(
      { panels: [gone, { ...row, panels: [] }] },
      { panels: [{ ...row, panels: [] }, added] },
      { panels: [{ ...row, panels: [gone] }] },
    );
    expect(conflicts).toMatchObject([{ path: ["panels", "#Rate"], mine: undefined }]);
    expect(document.panels).toContainEqual(added);
  });

  it("takes a renamed row without an id for the one it has most in common with", () => {
    const row = (title: string, y: number, panels: JsonObject[]) => ({
      type: "row",
      title,
      gridPos: { x: 0, y },
      targets: [{ refId: "A", expr: "x" }],
      panels,
    });
    const [one, two] = [
      { id: 1, title: "One" },
      { id: 2, title: "Two" },
    ];
    const { document, conflicts } = mergeDashboards(
      { panels: [row("First", 0, [one]), row("Second", 1, [two])] },
      { panels: [row("First", 0, [one]), row("Second", 1, [two, { id: 3, title: "Three" }])] },
      { panels: [row("Renamed", 1, [two])] },
    );
    expect(conflicts).toEqual([]);
    expect(document.panels).toEqual([row("Renamed", 1, [two, { id: 3, title: "Three" }])]);
  });

  it("lets what shows another panel's data follow that panel's new id", () => {
    const mine: DashboardDocument = {
      panels: [
        { id: 1, title: "Mine" },
        { id: 2, targets: [{ refId: "A", panelId: 1 }] },
      ],
    };
    const theirs = { panels: [{ id: 1, title: "Theirs" }] };
    const { document } = mergeDashboards({ panels: [] }, mine, theirs);
    const added = (document.panels as JsonObject[]).find(({ title }) => title === "Mine");
    expect(added?.id).toBe(3);
    expect(JSON.stringify(document.panels)).toContain('"panelId":3');
  });

  it("takes rows of old dashboards, tags as a set, and a value that a person wrote in a conflict", () => {
    const old = { tags: ["a", "b"], rows: [{ title: "R", panels: [{ id: 1, title: "P" }] }] };
    const mine = {
      tags: ["a"],
      rows: [
        {
          title: "R",
          panels: [
            { id: 1, title: "Mine" },
            { id: 2, title: "New" },
          ],
        },
      ],
    };
    const theirs = {
      tags: ["a", "b", "c"],
      rows: [{ title: "R", collapse: true, panels: [{ id: 1, title: "Theirs" }] }],
    };
    const { document, conflicts } = mergeDashboards(old, mine, theirs, () => ({ value: "Both" }));
    expect(conflicts.map(({ path }) => path.join("/"))).toEqual(["panels/#1/title"]);
    expect(document).toEqual({
      tags: ["a", "c"],
      rows: [
        {
          title: "R",
          panels: [
            { id: 1, title: "Both" },
            { id: 2, title: "New" },
          ],
          collapse: true,
        },
      ],
    });
  });

  it("merges by panel where the other list is null, and keeps it so", () => {
    const old = { ...base, rows: null };
    const mine = change(old, ["panels", 0, "title"], "Mine");
    const theirs = { ...old, panels: (base.panels as Json[]).toReversed() };
    const { document, conflicts } = mergeDashboards(old, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(document.rows).toBeNull();
    expect((document.panels as JsonObject[]).map(({ title }) => title)).toEqual([
      "Latency",
      "Errors",
      "Mine",
    ]);
    const added = mergeDashboards(old, { ...old, rows: [{ title: "R", panels: [] }] }, theirs);
    expect(added.document).toEqual({ ...theirs, rows: [{ title: "R", panels: [] }] });
  });

  it("takes documents of any shape, and keeps keys that no object should have", () => {
    const odd = JSON.parse('{"panels":{"a":1},"__proto__":{"x":1}}');
    const mine = JSON.parse('{"panels":{"a":2},"__proto__":{"x":1}}');
    const theirs = JSON.parse('{"panels":{"a":1,"b":3},"__proto__":{"x":2}}');
    const { document, conflicts } = mergeDashboards(odd, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(JSON.stringify(document)).toBe('{"panels":{"a":2,"b":3},"__proto__":{"x":2}}');
  });
});
