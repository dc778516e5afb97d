import { describe, expect, it } from "vitest";
import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { displayText, displayValue } from "./display-value";
import { seriesColor } from "./field-color";
import { readyFrames, toDataFrames } from "./to-data-frames";

const context: PrepareContext = {
  theme: "dark",
  timeZone: "utc",
  range: { fromMs: 0, toMs: 60_000 },
  interpolate: (text) => text.replaceAll("$env", "prod"),
};

function target(refId: string, part: Partial<ReadTarget> = {}): ReadTarget {
  const base = { expr: "up", legendFormat: "", format: "time_series", instant: false, range: true } as const;
  return { ...base, refId, interval: "", intervalFactor: 1, hidden: false, datasource: null, ...part };
}

function panel(targets: ReadTarget[], part: Partial<ReadPanel> = {}): ReadPanel {
  const fieldConfig = { defaults: { custom: {} }, overrides: [] };
  return { type: "timeseries", targets, transformations: [], fieldConfig, ...part } as unknown as ReadPanel;
}

function data(...frames: [string, Frame][]): PanelData {
  const results = frames.map(([refId, frame]) => ({ refId, frame, expr: "up", warnings: [] }));
  return { loading: false, results, errors: [], receivedAtMs: 0, stale: false, range: context.range };
}

const range: Frame = {
  kind: "range",
  startSeconds: 10,
  stepSeconds: 5,
  length: 2,
  series: [
    { labels: { __name__: "up", job: "a" }, values: [1, null] },
    { labels: { __name__: "up", job: "b" }, values: ["NaN", "+Inf"] },
  ],
};
const instant: Frame = {
  kind: "instant",
  timeSeconds: 15,
  series: [
    { labels: { job: "a", le: "0.5" }, value: 3 },
    { labels: { job: "b", le: "+Inf" }, value: 4 },
  ],
};

describe("toDataFrames", () => {
  it("makes one wide frame a query with names from the legend format", () => {
    const [frame] = toDataFrames(
      panel([target("A", { legendFormat: "$env {{ job }}/{{missing}}" })]),
      data(["A", range]),
      context,
    );
    expect(frame?.fields.map((field) => field.displayName)).toEqual(["Time", "prod a/", "prod b/"]);
    expect(frame?.fields.map((field) => field.values)).toEqual([
      [10_000, 15_000],
      [1, null],
      [Number.NaN, Number.POSITIVE_INFINITY],
    ]);
  });

  it("names series by metric, or by the one label that differs when the legend is automatic", () => {
    const named = toDataFrames(panel([target("A")]), data(["A", range]), context);
    expect(named[0]?.fields[1]?.displayName).toBe('up{job="a"}');
    const single: Frame = { ...range, series: [{ labels: { job: "a" }, values: [1, 2] }] };
    const auto = toDataFrames(panel([target("A", { legendFormat: "__auto" })]), data(["A", single]), context);
    expect(auto[0]?.fields[1]?.displayName).toBe("a");
  });

  it("names series without a legend by the one label that differs, else by all", () => {
    const named = (...labels: Record<string, string>[]) => {
      const frame: Frame = { ...range, series: labels.map((one) => ({ labels: one, values: [1, 2] })) };
      const frames = toDataFrames(
        panel([target("A", { legendFormat: "__auto" })]),
        data(["A", frame]),
        context,
      );
      return frames.flatMap(({ fields }) => fields.slice(1).map(({ displayName }) => displayName));
    };
    expect(named({ status: "error" }, { status: "ok" })).toEqual(["error", "ok"]);
    expect(named({ api: "x", status: "error" }, { api: "x", status: "ok" })).toEqual([
      '{api="x", status="error"}',
      '{api="x", status="ok"}',
    ]);
  });

  it("leaves hidden queries out", () => {
    expect(toDataFrames(panel([target("A", { hidden: true })]), data(["A", range]), context)).toEqual([]);
  });

  it("makes rows of table queries and tells several values apart", () => {
    const table = { format: "table", instant: true } as const;
    const one = toDataFrames(panel([target("A", table)]), data(["A", instant]), context);
    expect(one[0]?.fields.map((field) => field.name)).toEqual(["Time", "job", "le", "Value"]);
    expect(one[0]?.fields[2]?.values).toEqual([0.5, Number.POSITIVE_INFINITY]);
    const two = toDataFrames(
      panel([target("A", table), target("B", table)]),
      data(["A", instant], ["B", instant]),
      context,
    );
    expect(two.map((frame) => frame.fields.at(-1)?.name)).toEqual(["Value #A", "Value #B"]);
  });
});

describe("readyFrames", () => {
  it("takes colours in palette order over all queries and applies overrides", () => {
    const overrides = [
      {
        matcher: { id: "byName", options: "b" },
        properties: [{ id: "color", value: { mode: "fixed", fixedColor: "dark-red" } }],
      },
      {
        matcher: { id: "byFrameRefID", options: "B" },
        properties: [
          { id: "unit", value: "bytes" },
          { id: "custom.hideFrom.viz", value: true },
        ],
      },
    ];
    const fieldConfig = { defaults: { custom: { hideFrom: { legend: true } } }, overrides };
    const targets = [target("A", { legendFormat: "{{job}}" }), target("B", { legendFormat: "B {{job}}" })];
    const frames = readyFrames(panel(targets, { fieldConfig }), data(["A", range], ["B", range]), context);
    const values = frames.flatMap((frame) => frame.fields.slice(1));
    expect(values.map((field) => seriesColor(field, "dark"))).toEqual([
      "#73BF69",
      "#C4162A",
      "#5794F2",
      "#FF9830",
    ]);
    expect(values.map((field) => field.options.unit)).toEqual([undefined, undefined, "bytes", "bytes"]);
    expect(values[3]?.options.custom).toEqual({ hideFrom: { legend: true, viz: true } });
    expect(displayText(displayValue(values[2] ?? { options: { custom: {} } }, 2048, context))).toBe("2 KiB");
  });

  it("fills field references in display names", () => {
    const fieldConfig = {
      defaults: { custom: {}, displayName: "$env ${__field.labels.job}" },
      overrides: [],
    };
    const frames = readyFrames(panel([target("A")], { fieldConfig }), data(["A", range]), context);
    expect(frames[0]?.fields[2]?.displayName).toBe("prod b");
  });
});
