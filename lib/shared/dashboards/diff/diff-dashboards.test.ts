import { describe, expect, it } from "vitest";
import { setAt } from "@/lib/shared/dashboards/edit/json-path";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import { diffDashboards, isSameDashboard } from "./diff-dashboards";

const before: DashboardDocument = {
  id: 4,
  version: 7,
  title: "Service",
  tags: ["a"],
  templating: { list: [{ name: "job", query: "label_values(up, job)" }] },
  panels: [
    {
      id: 1,
      title: "Rate",
      type: "graph",
      gridPos: { x: 0, y: 0, w: 12, h: 8 },
      targets: [{ refId: "A", expr: "rate(x[5m])", legendFormat: "x" }],
      fieldConfig: { defaults: { unit: "reqps" } },
    },
    { id: 2, type: "row", title: "Row", panels: [{ id: 3, title: "Inner", type: "stat" }] },
  ],
};

describe("diffDashboards", () => {
  it("finds nothing between a document and its copy, whatever the bookkeeping", () => {
    const copy = { ...structuredClone(before), id: null, version: 9, iteration: 123 };
    expect(isSameDashboard(diffDashboards(before, copy))).toBe(true);
  });

  it("sees panels beside a list that an exporter wrote as null, and in lists that hold more than panels", () => {
    const title = (value: string, more: object) =>
      ({ panels: [{ id: 1, title: value }], ...more }) as unknown as DashboardDocument;
    const { panels } = diffDashboards(title("Old", { rows: null }), title("New", { rows: null }));
    expect(panels).toMatchObject([{ kind: "changed", panelId: 1 }]);
    const odd = diffDashboards(title("Old", { rows: [null] }), title("New", { rows: [null] }));
    expect(odd.settings.map(({ path }) => path.join("."))).toEqual(["panels.0.title"]);
  });

  it("says in words what changed in a panel", () => {
    const after = structuredClone(before) as unknown as { panels: Record<string, unknown>[]; title: string };
    after.panels[0] = {
      ...after.panels[0],
      gridPos: { x: 12, y: 0, w: 12, h: 8 },
      targets: [
        { refId: "A", expr: "rate(x[1m])", legendFormat: "x" },
        { refId: "B", expr: "y" },
      ],
      fieldConfig: { defaults: { unit: "ops" } },
    };
    const diff = diffDashboards(before, after as unknown as DashboardDocument);
    expect(diff.panels).toHaveLength(1);
    expect(diff.panels[0]).toMatchObject({ kind: "changed", name: "Rate", panelId: 1 });
    expect(diff.panels[0]?.changes.map((change) => change.what)).toEqual([
      "query A",
      "query B",
      "unit",
      "place",
    ]);
    expect(diff.panels[0]?.changes[0]).toMatchObject({ before: "rate(x[5m])", after: "rate(x[1m])" });
  });

  it("follows panels into rows, and tells added from removed", () => {
    const after: DashboardDocument = {
      ...before,
      title: "Service 2",
      templating: { list: [{ name: "job", query: "label_values(job)" }, { name: "env" }] },
      panels: [
        { id: 2, type: "row", title: "Row", panels: [{ id: 3, title: "Inner", type: "gauge" }] },
        { id: 9, title: "New" },
      ],
    };
    const diff = diffDashboards(before, after);
    expect(diff.panels.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "removed Rate",
      "changed Inner",
      "added New",
    ]);
    expect(diff.variables.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["changed job", "added env"]);
    expect(diff.settings).toEqual([
      { what: "title", path: ["title"], before: "Service", after: "Service 2" },
    ]);
  });

  it("tells which threshold changed, and from which row to which a panel moved", () => {
    const steps = [
      { value: null, color: "green" },
      { value: 80, color: "red" },
    ];
    const panel = {
      id: 4,
      title: "CPU",
      fieldConfig: { defaults: { thresholds: { mode: "absolute", steps } } },
    };
    const row = (title: string, id: number, panels: JsonObject[]) => ({ id, type: "row", title, panels });
    const old = { panels: [row("Hosts", 1, [panel]), row("Limits", 2, [])] };
    const changed = setAt(
      panel,
      ["fieldConfig", "defaults", "thresholds", "steps", 1, "value"],
      90,
    ) as JsonObject;
    const now = { panels: [row("Hosts", 1, []), row("Limits", 2, [changed])] };
    expect(diffDashboards(old, now).panels).toMatchObject([
      {
        ...{ kind: "changed", name: "CPU", panelId: 4 },
        changes: [
          { what: "threshold 2", before: 80, after: 90 },
          { what: "row", before: "Hosts", after: "Limits" },
        ],
      },
    ]);
  });

  it("knows panels without an id by what they say", () => {
    const [a, b] = [
      { title: "A", type: "stat" },
      { title: "B", type: "stat" },
    ];
    const { panels } = diffDashboards({ panels: [a, b] }, { panels: [b, { ...a, description: "told" }] });
    expect(panels).toMatchObject([{ kind: "changed", name: "A", changes: [{ what: "description" }] }]);
  });
});
