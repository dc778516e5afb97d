import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { leafChanges } from "@/lib/shared/dashboards/diff/leaf-changes";
import { noFacts } from "@/lib/shared/dashboards/lint/lint-facts";
import { lintSubject } from "@/lib/shared/dashboards/lint/lint-subject";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { metricOf } from "@/lib/shared/promql/selector";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";
import { applyBulkChange } from "./apply-bulk-change";
import { BulkChange } from "./bulk-change";

const apply = (document: DashboardDocument, change: object) =>
  applyBulkChange(document, BulkChange.parse(change));
const prometheus = { type: "prometheus", uid: "prod" };

const document: DashboardDocument = {
  title: "up",
  tags: ["up", "b"],
  refresh: "10s",
  schemaVersion: 39,
  panels: [
    {
      id: 1,
      type: "timeseries",
      title: "up",
      datasource: prometheus,
      targets: [
        {
          refId: "A",
          expr: 'sum by (job) (up{job="$job"}) # up\n',
          legendFormat: "{{ job }} up {{instance}}",
        },
        { refId: "B", expr: "up", datasource: { type: "loki", uid: "logs" } },
      ],
      fieldConfig: {
        defaults: { unit: "short", displayName: "${__field.labels.job} ${__field.labels.job_id}" },
        overrides: [{ matcher: { id: "byName", options: "job" }, properties: [] }],
      },
    },
    {
      id: 2,
      type: "row",
      title: "Row",
      panels: [
        {
          id: 3,
          type: "table",
          title: "Jobs",
          datasource: "prod",
          targets: [
            { refId: "A", expr: "topk_max(3, up)" },
            { refId: "B", expr: "up" },
          ],
          transformations: [
            {
              id: "organize",
              options: { excludeByName: { Time: true, job: false }, indexByName: { job: 1, Value: 2 } },
            },
          ],
        },
      ],
    },
    { id: 4, type: "text", title: "up", options: { content: "up{job}" } },
  ],
  templating: {
    list: [
      {
        name: "job",
        type: "query",
        datasource: prometheus,
        query: "label_values(up, job)",
        definition: "label_values(up, job)",
      },
      { name: "name", type: "query", query: "metrics(up)" },
      { name: "filter", type: "adhoc", filters: [{ key: "job", operator: "=", value: "job" }] },
    ],
  },
  annotations: { list: [{ name: "up", expr: "up == 0", titleFormat: "{{job}}", tagKeys: "job, up" }] },
};

describe("applyBulkChange", () => {
  it("renames a metric in expressions alone, and notes what it cannot read", () => {
    const { document: after, notes } = apply(document, { kind: "renameMetric", from: "up", to: "target_up" });
    expect(leafChanges(document, after).map(({ path, after: value }) => [path.join("."), value])).toEqual([
      ["panels.0.targets.0.expr", 'sum by (job) (target_up{job="$job"}) # up\n'],
      ["panels.1.panels.0.targets.1.expr", "target_up"],
      ["templating.list.0.query", "label_values(target_up, job)"],
      ["templating.list.0.definition", "label_values(target_up, job)"],
      ["annotations.list.0.expr", "target_up == 0"],
    ]);
    expect(notes.map(({ path }) => path.join("."))).toEqual([
      "panels.1.panels.0.targets.0.expr",
      "templating.list.1",
    ]);
  });

  it("renames a label where a document means it", () => {
    const { document: after, notes } = apply(document, { kind: "renameLabel", from: "job", to: "service" });
    expect(leafChanges(document, after).map(({ path, after: value }) => [path.join("."), value])).toEqual([
      ["panels.0.targets.0.expr", 'sum by (service) (up{service="$job"}) # up\n'],
      ["panels.0.targets.0.legendFormat", "{{ service }} up {{instance}}"],
      ["panels.0.fieldConfig.defaults.displayName", "${__field.labels.service} ${__field.labels.job_id}"],
      ["panels.0.fieldConfig.overrides.0.matcher.options", "service"],
      ["panels.1.panels.0.transformations.0.options.excludeByName.job", undefined],
      ["panels.1.panels.0.transformations.0.options.excludeByName.service", false],
      ["panels.1.panels.0.transformations.0.options.indexByName.job", undefined],
      ["panels.1.panels.0.transformations.0.options.indexByName.service", 1],
      ["templating.list.0.query", "label_values(up, service)"],
      ["templating.list.0.definition", "label_values(up, service)"],
      ["templating.list.2.filters.0.key", "service"],
      ["annotations.list.0.titleFormat", "{{service}}"],
      ["annotations.list.0.tagKeys", "service, up"],
    ]);
    expect(notes).toEqual([]);
  });

  it("replaces a datasource, each reference in the form it is written in", () => {
    const { document: after } = apply(document, { kind: "replaceDatasource", from: "prod", to: "${DS}" });
    expect(leafChanges(document, after).map(({ path, after: value }) => [path.join("."), value])).toEqual([
      ["panels.0.datasource.uid", "${DS}"],
      ["panels.1.panels.0.datasource", "${DS}"],
      ["templating.list.0.datasource.uid", "${DS}"],
    ]);
    const open: DashboardDocument = {
      panels: [{ targets: [{ expr: "up" }] }, { type: "text", datasource: null }],
    };
    expect(apply(open, { kind: "replaceDatasource", from: "", to: "prod" }).document).toEqual({
      panels: [
        { targets: [{ expr: "up" }], datasource: { type: "prometheus", uid: "prod" } },
        { type: "text", datasource: null },
      ],
    });
  });

  it("sets values in the panels that fit", () => {
    const change = { kind: "setUnit", unit: "bytes", where: { metric: "up", type: "timeseries" } };
    expect(diffDashboards(document, apply(document, change).document).panels).toMatchObject([
      { panelId: 1, changes: [{ what: "unit", before: "short", after: "bytes" }] },
    ]);
    const old: DashboardDocument = {
      panels: [{ id: 1, type: "graph", title: "Old", targets: [{ expr: "x" }] }],
    };
    expect(apply(old, { kind: "setDecimals", decimals: 2 })).toMatchObject({
      document: old,
      notes: [{ message: '"Old" is of the old type graph: upgrade it first.' }],
    });
    expect(
      apply(document, { kind: "setDescription", description: "d", where: { title: "JOBS" } }).document,
    ).not.toBe(document);
  });

  it("sets refresh and tags, and leaves the very document where all is so already", () => {
    expect(apply(document, { kind: "setRefresh", refresh: "1m" }).document.refresh).toBe("1m");
    expect(apply(document, { kind: "addTag", tag: "c" }).document.tags).toEqual(["up", "b", "c"]);
    expect(apply(document, { kind: "removeTag", tag: "up" }).document.tags).toEqual(["b"]);
    for (const change of [
      { kind: "setRefresh", refresh: "10s" },
      { kind: "addTag", tag: "b" },
      { kind: "removeTag", tag: "c" },
      { kind: "renameMetric", from: "nothing", to: "x" },
      { kind: "renameLabel", from: "nothing", to: "x" },
    ]) {
      expect(apply(document, change).document).toBe(document);
    }
  });
});

const real = [
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
  ...(existsSync("../shared/corpus") ? globSync("../shared/corpus/*/*.json") : []),
];

describe.each(real)("over %s", (file) => {
  it("renames each metric and label there and back to the same text, and nothing but its names", () => {
    const before: DashboardDocument = JSON.parse(readFileSync(file, "utf8"));
    const { queries } = lintSubject(before, noFacts);
    const metrics = queries.flatMap(({ tree, expr }) => (tree ? selectorsOf(expr, tree).map(metricOf) : []));
    for (const from of [...new Set(metrics)]
      .filter((name) => name && /^[a-zA-Z_:][\w:]*$/.test(name))
      .slice(0, 8)) {
      const rename = { kind: "renameMetric", from, to: "renamed_metric" };
      const there = apply(before, rename).document;
      expect(JSON.stringify(there)).toBe(JSON.stringify(apply(there, rename).document));
      const back = apply(there, { kind: "renameMetric", from: "renamed_metric", to: from });
      expect(JSON.stringify(back.document)).toBe(JSON.stringify(before));
      for (const { path, before: old, after } of leafChanges(before, there)) {
        expect(["expr", "query", "definition"]).toContain(path.at(-1));
        expect(String(after).split("renamed_metric").join(String(from))).toBe(old);
      }
    }
  });
});
