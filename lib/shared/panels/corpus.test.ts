import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { isPanelType } from "./panel-types";
import { isPanelEmpty } from "./registry";
import { instantOf, rangeOf, sampleContext, sampleData } from "./testing/sample-panel";
import { transformationFindings } from "./transformations/transform-frames";

/** Dashboards of other people beside the project, and our own, which are always there. */
const files = [
  ...globSync("../shared/corpus/*/*.json"),
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
];

const panels = files.flatMap((file) => {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  return isJsonObject(document) ? readDashboard(document).panels.map((panel) => ({ file, panel })) : [];
});

function answers(panel: ReadPanel) {
  const frames = panel.targets.map(({ refId, instant }) => [
    refId,
    instant ? instantOf({ a: 1, b: "NaN" }) : rangeOf({ a: [1, null, 3], b: ["NaN", 2, "+Inf"] }),
  ]);
  return sampleData(Object.fromEntries(frames));
}

describe("panels of real dashboards", () => {
  it("are prepared without throwing, whatever their settings", () => {
    for (const { file, panel } of panels) {
      const where = `${file} panel ${panel.id} (${panel.type})`;
      expect(() => isPanelEmpty(panel, answers(panel), sampleContext), where).not.toThrow();
    }
  });

  it("are drawn but for a few rare types, with their transformations carried out", () => {
    const drawn = panels.filter(({ panel }) => isPanelType(panel.type)).length;
    const transformed = panels.filter(
      ({ panel }) => transformationFindings(panel.transformations).length === 0,
    ).length;
    expect(drawn / panels.length).toBeGreaterThan(0.99);
    expect(transformed / panels.length).toBeGreaterThan(0.999 - 1 / panels.length);
  });

  it("show something of what their queries answer", () => {
    const blank = panels.filter(({ panel }) => {
      const asks = panel.targets.some((target) => !target.hidden);
      return asks && panel.type !== "text" && isPanelEmpty(panel, answers(panel), sampleContext);
    });
    // Filters by names that only the real series have leave some without rows.
    expect(blank.length / panels.length).toBeLessThan(0.03);
  });
});
