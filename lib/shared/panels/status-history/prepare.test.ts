import { describe, expect, it } from "vitest";
import { prepareStateTimeline } from "@/lib/shared/panels/state-timeline/prepare";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareStatusHistory } from "./prepare";

const raw = {
  targets: [{ refId: "A", expr: "up", legendFormat: "{{name}}" }],
  fieldConfig: {
    defaults: {
      color: { mode: "thresholds" },
      mappings: [
        {
          type: "value",
          options: { "0": { text: "Down", color: "red" }, "1": { text: "Up", color: "green" } },
        },
      ],
    },
  },
};
const data = sampleData({ A: rangeOf({ api: [1, 1, 0, null], web: ["NaN", 1, 1, 1] }) });

describe("prepareStatusHistory", () => {
  it("makes one cell a sample around its time", () => {
    const { lanes, range } = prepareStatusHistory(
      samplePanel({ type: "status-history", ...raw }),
      data,
      sampleContext,
    );
    expect(lanes.map(({ name }) => name)).toEqual(["api", "web"]);
    expect(lanes[0]?.segments.map(({ fromMs, toMs, text }) => [fromMs, toMs, text])).toEqual([
      [-5000, 5000, "Up"],
      [5000, 15_000, "Up"],
      [15_000, 25_000, "Down"],
    ]);
    expect(range).toEqual({ fromMs: -5000, toMs: sampleContext.range.toMs });
    expect(lanes[0]?.lineWidth).toBe(1);
  });
});

describe("prepareStateTimeline", () => {
  it("leads where the sample says that a state began with, of both types", () => {
    const links = [{ title: "${__field.name}", url: "/x?v=${__value.raw}" }];
    const fieldConfig = { defaults: { ...raw.fieldConfig.defaults, links }, overrides: [] };
    for (const [type, prepare] of [
      ["status-history", prepareStatusHistory],
      ["state-timeline", prepareStateTimeline],
    ] as const) {
      const { lanes } = prepare(samplePanel({ type, ...raw, fieldConfig }), data, sampleContext);
      expect(lanes[0]?.links?.(24_000)).toEqual([{ title: "Value", url: "/x?v=0", newTab: false }]);
      expect(lanes[0]?.links?.(-1)).toEqual([]);
      const plain = prepare(samplePanel({ type, ...raw }), data, sampleContext);
      expect(plain.lanes[0]?.links).toBeNull();
    }
  });

  it("leaves out the series that an override hides", () => {
    const overrides = [
      {
        matcher: { id: "byName", options: "api" },
        properties: [{ id: "custom.hideFrom", value: { viz: true, legend: false, tooltip: false } }],
      },
    ];
    const fieldConfig = { ...raw.fieldConfig, overrides };
    for (const [type, prepare] of [
      ["status-history", prepareStatusHistory],
      ["state-timeline", prepareStateTimeline],
    ] as const) {
      const { lanes } = prepare(samplePanel({ type, ...raw, fieldConfig }), data, sampleContext);
      expect(lanes.map(({ name }) => name)).toEqual(["web"]);
    }
  });

  it("goes by time where the rows of several series stand one after another", () => {
    const table = { ...raw, targets: [{ refId: "A", expr: "up", format: "table" }] };
    const { lanes } = prepareStateTimeline(
      samplePanel({ type: "state-timeline", ...table }),
      data,
      sampleContext,
    );
    const value = lanes.find(({ name }) => name === "Value")?.segments ?? [];
    expect(value.length).toBeGreaterThan(1);
    value.forEach(({ fromMs, toMs }, index) => {
      expect(toMs).toBeGreaterThanOrEqual(fromMs);
      expect(value[index + 1]?.fromMs ?? toMs).toBeGreaterThanOrEqual(toMs);
    });
  });

  it("merges equal states, ends at the range and lists the states in the legend", () => {
    const panel = samplePanel({ type: "state-timeline", ...raw });
    const { lanes, legend } = prepareStateTimeline(panel, data, sampleContext);
    expect(lanes[0]?.segments.map(({ fromMs, toMs, text }) => [fromMs, toMs, text])).toEqual([
      [0, 20_000, "Up"],
      [20_000, 30_000, "Down"],
    ]);
    expect(lanes[1]?.segments.at(-1)).toMatchObject({ text: "Up", toMs: sampleContext.range.toMs });
    expect(legend.entries.map(({ label }) => label)).toEqual(expect.arrayContaining(["Up", "Down"]));
  });
});
