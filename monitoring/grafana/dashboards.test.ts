import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metricsOf } from "@/scripts/monitoring/metrics-of";
import { type DashboardPanel, readDashboards } from "@/scripts/monitoring/read-dashboards";
import { sampleQuery } from "@/scripts/monitoring/sample-query";
import { DASHBOARD_FACTS } from "./dashboard-facts";

const files = readDashboards();
const withData = (panels: DashboardPanel[]) => panels.filter((panel) => panel.type !== "row");
const metricsFile = join(import.meta.dirname, "../exporters/METRICS.md");
const TYPES_OF_GRAFANA_7_5 = ["stat", "gauge", "bargauge", "timeseries", "table", "heatmap", "row"];

function knownMetrics(): Set<string> {
  const names = new Set(["up", "ALERTS"]);
  for (const row of readFileSync(metricsFile, "utf8").matchAll(/^\| `([a-zA-Z0-9_:]+)`\s*\| (\w+)/gm)) {
    const [, name = "", type] = row;
    const suffixes = type === "histogram" ? ["_bucket", "_sum", "_count"] : [""];
    for (const suffix of suffixes) names.add(name + suffix);
  }
  return names;
}

function unitOf(panel: DashboardPanel): unknown {
  const heatmap = panel.yAxis as { format?: string } | undefined;
  const field = panel.fieldConfig as { defaults?: { unit?: string } } | undefined;
  return panel.type === "heatmap" ? heatmap?.format : field?.defaults?.unit;
}

function overlaps(a: DashboardPanel, b: DashboardPanel): boolean {
  const [p, q] = [a.gridPos, b.gridPos];
  return p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h;
}

describe("the dashboards of the five systems", () => {
  it("are the 13 promised ones with 112 panels", () => {
    expect(files.map((file) => file.dashboard.uid).sort()).toEqual(Object.keys(DASHBOARD_FACTS).sort());
    expect(files.flatMap((file) => withData(file.dashboard.panels))).toHaveLength(112);
  });

  it("have unique titles and tags to find them by", () => {
    expect(new Set(files.map((file) => file.dashboard.title)).size).toBe(files.length);
    for (const { dashboard } of files) expect(dashboard.tags.length, dashboard.uid).toBeGreaterThan(1);
  });
});

describe.each(files.map((file) => [file.dashboard.uid, file] as const))(
  "%s",
  (uid, { system, file, dashboard }) => {
    const panels = withData(dashboard.panels);
    const targets = panels.flatMap((panel) => panel.targets.map((target) => ({ panel, target })));

    it("has the promised panels, place, range and refresh", () => {
      const { refresh, time, title } = dashboard;
      const facts = { system, title, refresh, from: time.from, panels: panels.map((panel) => panel.title) };
      expect(facts).toEqual(DASHBOARD_FACTS[uid]);
      expect(file).toBe(`${uid}.json`);
      expect(dashboard.timezone).toBe("browser");
    });

    it("opens in Grafana 7.5 and later alike", () => {
      expect(dashboard.schemaVersion).toBe(27);
      for (const panel of dashboard.panels) expect(TYPES_OF_GRAFANA_7_5, panel.title).toContain(panel.type);
    });

    it("reads every panel from the datasource variable", () => {
      expect(dashboard.templating.list[0]).toMatchObject({
        name: "DS_PROMETHEUS",
        type: "datasource",
        query: "prometheus",
      });
      for (const panel of panels) expect(panel.datasource, panel.title).toBe(`\${DS_PROMETHEUS}`);
    });

    it("explains every panel and gives its unit", () => {
      for (const panel of panels) {
        expect(panel.description.length, panel.title).toBeGreaterThan(10);
        expect(unitOf(panel), panel.title).toEqual(expect.any(String));
      }
    });

    it("lays panels out in 24 columns without overlaps", () => {
      const ids = dashboard.panels.map((panel) => panel.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [i, panel] of dashboard.panels.entries()) {
        expect(panel.gridPos.x + panel.gridPos.w, panel.title).toBeLessThanOrEqual(24);
        const clash = dashboard.panels.slice(i + 1).find((other) => overlaps(panel, other));
        expect(clash?.title, `overlaps ${panel.title}`).toBeUndefined();
      }
    });

    it("names its series", () => {
      for (const { panel, target } of targets) {
        expect(target.legendFormat !== "" || panel.type === "table", panel.title).toBe(true);
      }
      for (const panel of panels) {
        const refIds = panel.targets.map((target) => target.refId);
        expect(new Set(refIds).size, panel.title).toBe(refIds.length);
        expect(refIds.length, panel.title).toBeGreaterThan(0);
      }
    });

    it("asks in PromQL that parses", () => {
      const annotations = dashboard.annotations.list.flatMap(({ expr }) => (expr ? [expr] : []));
      for (const expr of [...targets.map(({ target }) => target.expr), ...annotations]) {
        expect(metricsOf(sampleQuery(expr, dashboard)), expr).not.toEqual([]);
      }
    });

    it.skipIf(!existsSync(metricsFile))("asks only for metrics that exist", () => {
      const known = knownMetrics();
      for (const { panel, target } of targets) {
        for (const metric of metricsOf(sampleQuery(target.expr, dashboard))) {
          expect(known.has(metric), `${panel.title}: ${metric}`).toBe(true);
        }
      }
    });
  },
);
