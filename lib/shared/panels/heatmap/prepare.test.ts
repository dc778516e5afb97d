import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import type { Frame, WireValue } from "@/lib/shared/prometheus/frame";
import { prepareHeatmap } from "./prepare";

function bucketsOf(values: Record<string, WireValue[]>): Frame {
  const frame = rangeOf(values);
  if (frame.kind !== "range") return frame;
  return {
    ...frame,
    series: frame.series.map(({ labels, values: own }) => ({
      labels: { le: labels.name ?? "" },
      values: own,
    })),
  };
}

const histogram = sampleData({ A: bucketsOf({ "1": [1, 2], "+Inf": [4, 8], "0.5": [0, 1] }) });

function panelWith(raw: JsonObject, format = "heatmap") {
  return samplePanel({
    type: "heatmap",
    targets: [{ refId: "A", expr: "b", legendFormat: "{{le}}", format }],
    ...raw,
  });
}

describe("prepareHeatmap", () => {
  it("shows each bucket's own count between its bounds", () => {
    const model = prepareHeatmap(panelWith({ options: { yAxis: { unit: "s" } } }), histogram, sampleContext);
    expect(model.edges).toEqual(["0 s", "500 ms", "1 s", "+Inf"]);
    expect(model.rows.map(({ label, counts }) => [label, counts])).toEqual([
      ["0 s – 500 ms", [0, 1]],
      ["500 ms – 1 s", [1, 1]],
      ["1 s – +Inf", [3, 6]],
    ]);
    expect(model.columnMs).toBe(10_000);
    expect(model.colorRange).toEqual({ min: 1, max: 6 });
    expect(model.cells[0]).toBe(-1);
    expect(model.cells.at(-1)).toBe(model.palette.length - 1);
  });

  it("reads the heat map of Grafana 7.5 the same way", () => {
    const old = panelWith({
      dataFormat: "tsbuckets",
      color: { mode: "spectrum", colorScheme: "interpolateBlues" },
      yAxis: { format: "s", show: true },
      legend: { show: true },
    });
    const model = prepareHeatmap(old, histogram, sampleContext);
    expect(model.edges).toEqual(["0 s", "500 ms", "1 s", "+Inf"]);
    expect(model.legend).toEqual({ minText: "1", maxText: "6" });
  });

  it("turns rows, edges and labels around together", () => {
    const model = prepareHeatmap(
      panelWith({ options: { yAxis: { reverse: true } } }),
      histogram,
      sampleContext,
    );
    expect(model.edges?.[0]).toBe("+Inf");
    expect(model.rows[0]?.counts).toEqual([3, 6]);
  });

  it("counts samples itself when asked to calculate", () => {
    const data = sampleData({ A: rangeOf({ a: [1, 2, 3], b: [3, null, 3] }) });
    const model = prepareHeatmap(
      panelWith({ options: { calculate: true } }, "time_series"),
      data,
      sampleContext,
    );
    const total = model.rows
      .flatMap(({ counts }) => counts)
      .reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(total).toBe(5);
    expect(model.edges).toHaveLength(model.rows.length + 1);
  });

  it("draws an empty grid over the whole range without data", () => {
    const model = prepareHeatmap(panelWith({}), sampleData({}), sampleContext);
    expect(model.rows).toEqual([]);
    expect(model.legend).toBeNull();
    expect(model.range).toEqual(sampleContext.range);
  });
});
