import fc from "fast-check";
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

  it("never loses a change: it is in the result, or in a conflict", () => {
    const edit = fc.record({
      panel: fc.nat(3),
      key: fc.constantFrom("title", "unit", "description"),
      value: fc.string(),
    });
    const apply = (edits: { panel: number; key: string; value: string }[]) =>
      edits.reduce(
        (document, { panel, key, value }) =>
          panel === 3 ? change(document, [key], value) : change(document, ["panels", panel, key], value),
        base,
      );
    fc.assert(
      fc.property(fc.array(edit), fc.array(edit), (myEdits, theirEdits) => {
        const [mine, theirs] = [apply(myEdits), apply(theirEdits)];
        const { document, conflicts } = mergeDashboards(base, mine, theirs);
        for (const [side, edits] of [
          [mine, myEdits],
          [theirs, theirEdits],
        ] as const) {
          for (const { panel, key } of edits) {
            const path = panel === 3 ? [key] : ["panels", panel, key];
            const wanted = getAt(side, path);
            if (wanted === getAt(base, path)) continue;
            const told = conflicts.some((conflict) => conflict.mine === wanted || conflict.theirs === wanted);
            expect(getAt(document, path) === wanted || told).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
