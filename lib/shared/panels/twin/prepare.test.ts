import { describe, expect, it } from "vitest";
import {
  instantOf,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import { prepareTwin } from "./prepare";

const panel = samplePanel({
  type: "timeseries",
  targets: [
    { refId: "A", expr: "a", legendFormat: "{{name}}" },
    { refId: "B", expr: "b", legendFormat: "b of {{name}}" },
  ],
  fieldConfig: { defaults: { unit: "s" }, overrides: [] },
});

function rows(data: Parameters<typeof prepareTwin>[1]) {
  const { columns, rowCount } = prepareTwin(panel, data, sampleContext);
  const texts = Array.from({ length: rowCount }, (_, row) => columns.map(({ cell }) => cell(row).text));
  return [columns.map(({ name }) => name), ...texts];
}

describe("prepareTwin", () => {
  it("lays the series of all queries side by side, with the chart's names and units", () => {
    const data = sampleData({ A: rangeOf({ api: [1, 90], web: [null, 0.5] }), B: rangeOf({ api: [2] }) });
    const [heads, first, second] = rows(data);
    expect(heads).toEqual(["Time", "api", "web", "b of api"]);
    expect(first?.slice(1)).toEqual(["1 s", "", "2 s"]);
    expect(second?.slice(1)).toEqual(["1.50 mins", "500 ms", ""]);
  });

  it("keeps one result as it is, and offers nothing where there is nothing", () => {
    expect(rows(sampleData({ A: instantOf({ api: 3 }) }))[1]?.at(-1)).toBe("3 s");
    expect(prepareTwin(panel, sampleData({}), sampleContext).empty).toBe(true);
  });
});
