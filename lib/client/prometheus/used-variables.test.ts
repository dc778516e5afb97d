import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { usedVariables } from "./used-variables";

const list = ["job", "ds", "window", "row", "other"].map((name) => ({ name, type: "custom", query: "a" }));
const dashboard = readDashboard({
  templating: {
    list: [
      ...list,
      { name: "filters", type: "adhoc" },
      { name: "zone", type: "query", query: "label_values(zone)" },
      { name: "node", type: "custom", query: 'a : x="$zone"' },
    ],
  },
  panels: [
    {
      id: 1,
      type: "timeseries",
      title: "$other",
      datasource: { uid: "${ds}" },
      timeFrom: "[[window]]",
      targets: [{ refId: "A", expr: 'up{job="$job"}' }],
    },
  ],
});

describe("usedVariables", () => {
  it("finds what the queries depend on, and nothing that is only a text", () => {
    const [panel] = dashboard.panels;
    if (!panel) throw new Error("one panel is expected");
    expect(usedVariables(panel, dashboard.variables, { row: "x" })).toEqual([
      "job",
      "ds",
      "window",
      "row",
      "filters",
    ]);
    const named = { ...panel, raw: { ...panel.raw, targets: [{ refId: "A", expr: "up{$node}" }] } };
    expect(usedVariables(named, dashboard.variables, {})).toEqual([
      "ds",
      "window",
      "filters",
      "zone",
      "node",
    ]);
  });
});
