import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { addException, removeException } from "./exceptions";
import { fixDashboard } from "./fix-dashboard";
import { lintDashboard } from "./lint-dashboard";
import { ruleExamples } from "./testing/rule-examples";

const shipped = listDashboards("monitoring/grafana/dashboards");
const corpus = listDashboards("../shared/corpus");

function listDashboards(folder: string): { file: string; document: DashboardDocument }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, document: JSON.parse(readFileSync(join(folder, file), "utf8")) }));
}

describe("lintDashboard", () => {
  it("puts the gravest first", () => {
    const { findings } = lintDashboard({ title: "", refresh: "10s", panels: [{ type: "stat", title: "x" }] });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(["error", "warning", "hint"]));
    const order = findings.map(({ severity }) => ["error", "warning", "hint"].indexOf(severity));
    expect(order).toEqual(order.toSorted());
  });

  it("sets apart what is written down as an exception, with its reason", () => {
    const document = ruleExamples["panel-unit"]?.bad ?? {};
    const exception = { rule: "panel-unit", panelId: 1, reason: "A count of things." };
    const excepted = addException(document, exception);
    const report = lintDashboard(excepted);
    expect(report.findings.map(({ rule }) => rule)).not.toContain("panel-unit");
    expect(report.excepted).toMatchObject([{ rule: "panel-unit", reason: "A count of things." }]);
    expect(removeException(excepted, exception)).toEqual(document);
    const elsewhere = addException(document, { ...exception, panelId: 2 });
    expect(lintDashboard(elsewhere)).toMatchObject({ excepted: [], unusedExceptions: [{ panelId: 2 }] });
  });

  it("takes an exception without a reason for none", () => {
    const document = ruleExamples["dashboard-tags"]?.bad ?? {};
    const silent = { ...document, panelsmith: { lintExceptions: [{ rule: "dashboard-tags", reason: " " }] } };
    expect(lintDashboard(silent).findings.map(({ rule }) => rule)).toContain("dashboard-tags");
  });

  it("reads schema v2 as it is shown, without fixes, for there is nothing that can be edited", () => {
    const query = { kind: "DataQuery", group: "prometheus", spec: { expr: "sum(" } };
    const panel = {
      kind: "Panel",
      spec: {
        id: 1,
        title: "P",
        data: {
          kind: "QueryGroup",
          spec: { queries: [{ kind: "PanelQuery", spec: { refId: "A", query } }] },
        },
        vizConfig: { kind: "VizConfig", group: "timeseries", spec: {} },
      },
    };
    const item = {
      kind: "GridLayoutItem",
      spec: { x: 0, y: 0, width: 12, height: 8, element: { name: "p" } },
    };
    const { findings } = lintDashboard({
      title: "V2",
      elements: { p: panel },
      layout: { kind: "GridLayout", spec: { items: [item] } },
    });
    expect(findings[0]).toMatchObject({ rule: "target-promql", place: { panelId: 1, path: [] } });
    expect(findings.filter(({ fix }) => fix)).toEqual([]);
  });

  it.each(shipped)("finds nothing in the shipped $file that is not written down", ({ document }) => {
    expect(lintDashboard(document)).toMatchObject({ findings: [], unusedExceptions: [] });
  });

  it.runIf(corpus.length > 0)("reads every real dashboard, and its fixes leave one that reads", () => {
    for (const { document } of corpus) {
      const before = JSON.stringify(document);
      const { document: fixed, fixed: applied } = fixDashboard(document, { mixin: true });
      expect(JSON.stringify(document)).toBe(before);
      if (applied.length > 0) expect(fixed).not.toEqual(document);
      expect(
        lintDashboard(fixed).findings.filter(({ severity, fix }) => severity === "error" && fix),
      ).toEqual([]);
    }
  });

  it.each(["${", "$a", "{{ ", "[[", "label_values(", "sum(", "a,", ")", " "])(
    "comes to an end over a text of a million characters of %j",
    (piece) => {
      const long = piece.repeat(1_000_000 / piece.length);
      lintDashboard({
        title: long,
        templating: { list: [{ name: "x", type: "query", query: `label_values(${long})`, regex: long }] },
        panels: [
          {
            id: 1,
            type: "timeseries",
            title: long,
            targets: [{ expr: long, legendFormat: long, interval: long }],
          },
          { id: 2, type: "logs", datasource: { type: "loki" }, targets: [{ expr: long }] },
        ],
      });
    },
  );

  it("never throws, whatever stands anywhere in a document", () => {
    const [{ document } = { document: {} }] = shipped.filter(({ file }) => file.includes("overview"));
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("$x", "${", "[[", "sum(", "{{", "-1", "1e999", "\\"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), odd), { maxLength: 8 }), (changes) => {
        const copy = structuredClone(document);
        for (const [seed, value] of changes) replaceSomewhere(copy, seed, value as Json);
        lintDashboard(copy, { mixin: true });
        fixDashboard(copy);
      }),
      { numRuns: 60 },
    );
  });
});

/** Puts a value in the place of one that a number chooses among all. */
function replaceSomewhere(root: DashboardDocument, seed: number, value: Json): void {
  const places: [Record<string, Json>, string][] = [];
  const open: Json[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isJsonObject(next) && !Array.isArray(next)) continue;
    for (const key of Object.keys(next)) {
      places.push([next as Record<string, Json>, key]);
      open.push((next as Record<string, Json>)[key] ?? null);
    }
  }
  const place = places[seed % places.length];
  if (place) place[0][place[1]] = value;
}
