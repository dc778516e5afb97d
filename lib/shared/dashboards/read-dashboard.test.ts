import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readDashboard } from "./read-dashboard";

describe("readDashboard", () => {
  it("reads any JSON object without throwing and without changing it", () => {
    const keys = fc.constantFrom(
      ...[
        "panels",
        "rows",
        "type",
        "id",
        "gridPos",
        "x",
        "y",
        "w",
        "h",
        "targets",
        "templating",
        "list",
        "options",
      ],
      ...[
        "fieldConfig",
        "defaults",
        "overrides",
        "thresholds",
        "steps",
        "value",
        "mappings",
        "styles",
        "yaxes",
        "legend",
      ],
      ...[
        "name",
        "current",
        "query",
        "refresh",
        "datasource",
        "0",
        "span",
        "height",
        "fieldOptions",
        "seriesOverrides",
      ],
    );
    const types = fc.constantFrom(
      "graph",
      "singlestat",
      "table",
      "table-old",
      "row",
      "gauge",
      "heatmap",
      "text",
      "stat",
    );
    const { value } = fc.letrec((tie) => ({
      leaf: fc.oneof(types, fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
      array: fc.array(tie("value"), { maxLength: 4 }),
      object: fc.dictionary(keys, tie("value"), { maxKeys: 8 }),
      value: fc.oneof({ maxDepth: 6 }, tie("leaf"), tie("object"), tie("array"), tie("object")),
    }));
    const property = fc.property(fc.dictionary(keys, value, { maxKeys: 10 }), (document) => {
      const before = JSON.stringify(document);
      const read = readDashboard(document as JsonObject);
      expect(JSON.stringify(document)).toBe(before);
      const ids = [...read.panels, ...read.rows].map((panel) => panel.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { gridPos } of read.panels) {
        expect(gridPos.w > 0 && gridPos.h > 0 && gridPos.x >= 0 && gridPos.x + gridPos.w <= 24).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 1500 });
  });

  it("lays out old rows as Grafana does", () => {
    const panel = (span: number, height?: string): JsonObject => ({
      type: "graph",
      span,
      ...(height ? { height } : {}),
    });
    const rows: JsonObject[] = [
      { height: "250px", title: "One", showTitle: true, panels: [panel(6), panel(6), panel(12)] },
      { height: 100, collapse: true, title: "Two", panels: [panel(4, "300px")] },
    ];
    const read = readDashboard({ rows });
    expect(read.rows.map((row) => [row.title, row.y, row.collapsed])).toEqual([
      ["One", 0, false],
      ["Two", 15, true],
    ]);
    expect(read.panels.map(({ gridPos }) => [gridPos.x, gridPos.y, gridPos.w, gridPos.h])).toEqual([
      [0, 1, 12, 7],
      [12, 1, 12, 7],
      [0, 8, 24, 7],
      [0, 16, 8, 8],
    ]);
    expect(read.panels.map((one) => one.rowId)).toEqual([1, 1, 1, 5]);
  });

  it("says to which row a panel belongs by its place", () => {
    const at = (y: number) => ({ gridPos: { x: 0, y, w: 12, h: 4 } });
    const panels = [
      { id: 1, type: "stat", ...at(0) },
      { id: 2, type: "row", title: "Open", ...at(4) },
      {
        id: 5,
        type: "row",
        title: "Closed",
        collapsed: true,
        ...at(9),
        panels: [{ id: 6, type: "stat", ...at(10) }],
      },
      { id: 3, type: "stat", ...at(5) },
    ];
    const read = readDashboard({ panels });
    expect(read.panels.map((panel) => [panel.id, panel.rowId])).toEqual([
      [1, null],
      [3, 2],
      [6, 5],
    ]);
    expect(read.panels[2]?.path).toEqual(["panels", 2, "panels", 0]);
  });

  it("replaces missing and repeated ids and says so", () => {
    const read = readDashboard({
      panels: [{ id: 4, type: "stat" }, { id: 4, type: "stat" }, { type: "stat" }],
    });
    expect(read.panels.map((panel) => panel.id)).toEqual([4, 5, 6]);
    expect(read.findings.filter((finding) => finding.rule === "panel-id")).toHaveLength(2);
  });

  it("leaves out copies that were saved with a repeated panel, unless their source is gone", () => {
    const copy = { type: "stat", repeatPanelId: 1, repeatIteration: 1610180483405 };
    const source = { id: 1, type: "stat", repeat: "server" };
    const idsOf = (panels: JsonObject[]) => readDashboard({ panels }).panels.map((panel) => panel.id);
    expect(idsOf([source, { ...copy, id: 2 }, { ...copy, id: 3 }, { id: 4, type: "stat" }])).toEqual([1, 4]);
    expect(
      idsOf([
        { ...source, repeat: null },
        { ...copy, id: 2 },
      ]),
    ).toEqual([1, 2]);
    expect(idsOf([{ ...source, repeatPanelId: 1 }])).toEqual([1]);
    const row = { id: 5, type: "row", collapsed: true, panels: [source, { ...copy, id: 2 }] };
    expect(idsOf([row])).toEqual([1]);
    const ofRow = { ...copy, id: 7, repeatPanelId: 6, repeatedByRow: true };
    expect(idsOf([{ id: 6, type: "stat" }, ofRow])).toEqual([6]);
  });

  it("reads variables of every shape", () => {
    const list: JsonObject[] = [
      {
        name: "a",
        type: "query",
        query: { query: "label_values(up, job)", refId: "x" },
        refresh: true,
        current: { text: "x", value: "x" },
      },
      { name: "b", type: "custom", query: "1,2", multi: true, current: { text: ["1"], value: ["1", "2"] } },
      { name: "", type: "custom" },
      { name: "b", type: "constant", query: "9" },
      { name: "ds", type: "datasource", query: "prometheus", current: {} },
    ];
    const { variables, findings } = readDashboard({ templating: { list } });
    expect(variables.map(({ name, query, refresh, current }) => [name, query, refresh, current])).toEqual([
      ["a", "label_values(up, job)", 1, "x"],
      ["b", "1,2", 0, ["1", "2"]],
      ["ds", "prometheus", 0, null],
    ]);
    expect(findings.map((finding) => finding.rule)).toEqual([
      "variable-without-name",
      "variable-name-repeated",
    ]);
  });

  const corpus = globSync("../shared/corpus/*/*.json");
  it.skipIf(corpus.length === 0)("reads every dashboard of the corpus with all its panels", () => {
    for (const file of corpus) {
      const document: unknown = JSON.parse(readFileSync(file, "utf8"));
      if (!isJsonObject(document)) continue;
      const before = JSON.stringify(document);
      const read = readDashboard(document);
      expect(JSON.stringify(document)).toBe(before);
      expect([file, read.panels.length]).toEqual([file, countPanels(document)]);
      expect(
        read.panels.every((panel) => panel.type !== "" && !/graph|singlestat|-old/.test(panel.type)),
      ).toBe(true);
    }
  });
});

function countPanels(document: JsonObject): number {
  const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
  const top = objects(document.panels);
  const source = top.length > 0 ? top : objects(document.rows);
  const all = [...(top.length > 0 ? top : []), ...source.flatMap((one) => objects(one.panels))];
  const repeated = new Set(all.filter(({ repeat }) => repeat).map(({ id }) => id));
  const isCopy = ({ id, repeatPanelId, repeatedByRow }: JsonObject) =>
    typeof repeatPanelId === "number" &&
    repeatPanelId !== id &&
    (repeated.has(repeatPanelId) || (repeatedByRow === true && all.some((one) => one.id === repeatPanelId)));
  return all.filter((one) => one.type !== "row" && !(top.length > 0 && isCopy(one))).length;
}
