import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { nestedTable } from "@/lib/shared/panels/table/nested-table";
import { prepareTable } from "@/lib/shared/panels/table/prepare";
import { grafanaData, grafanaTransform } from "@/lib/shared/panels/testing/grafana-data";
import { toGrafanaFrames } from "@/lib/shared/panels/testing/grafana-fields";
import { cpu } from "@/lib/shared/panels/testing/sample-frames";
import { sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { groupToNestedTable } from "./group-to-nested-table";

const fields = {
  node: { operation: "groupby", aggregations: [] },
  "Value #A": { operation: "aggregate", aggregations: ["sum"] },
};
const rules: JsonObject[] = [
  { matcher: { id: "byName", options: "node" }, operation: "groupby" },
  { matcher: { id: "byRegexp", options: "/^Value/" }, operation: "aggregate", aggregations: ["sum"] },
];

describe("groupToNestedTable", () => {
  it.each<[string, JsonObject]>([
    ["settings by name", { fields }],
    ["rules with matchers", { rules }],
  ])("groups by %s as Grafana does", (_, options) => {
    const [made] = groupToNestedTable([cpu], options, sampleContext);
    const transformer = grafanaData.standardTransformers.groupToNestedTable;
    const [theirs] = grafanaTransform(toGrafanaFrames([cpu]), transformer, options);
    expect(made?.fields.map(({ name, values }) => [name, values]).slice(0, -1)).toEqual(
      theirs?.fields.map(({ name, values }) => [name, [...values]]).slice(0, -1),
    );
    expect(made?.length).toBe(2);
  });

  it("puts a table behind each row, with the columns that are not grouped by", () => {
    const labels = [
      { node: "n1", pod: "a" },
      { node: "n2", pod: "b" },
      { node: "n1", pod: "c" },
    ];
    const frame: Frame = {
      kind: "instant",
      timeSeconds: 50,
      series: labels.map((one, value) => ({ labels: one, value })),
    };
    const panel = samplePanel({
      type: "table",
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
      transformations: [{ id: "groupToNestedTable", options: { fields: { node: fields.node } } }],
      fieldConfig: { defaults: { unit: "s" } },
    });
    const model = prepareTable(panel, sampleData({ A: frame }), sampleContext);
    expect(model.columns.map(({ name }) => name)).toEqual(["node"]);
    const behind = nestedTable(model, 0, panel, sampleContext);
    expect(behind?.columns.map(({ name, cell }) => [name, cell(1).text]).slice(1)).toEqual([
      ["pod", "c"],
      ["Value", "2 s"],
    ]);
    expect(behind?.nested).toBeNull();
  });
});
