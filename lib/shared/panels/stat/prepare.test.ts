import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { contrastRatio } from "@/lib/shared/panels/fields/color-math";
import {
  instantOf,
  noData,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import { prepareStat, statLabel } from "./prepare";

const steps = [
  { color: "green", value: null },
  { color: "red", value: 80 },
];

function stat(options: JsonObject = {}, defaults: JsonObject = {}, title = "Load") {
  return samplePanel({
    type: "stat",
    title,
    targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    options: { reduceOptions: { calcs: ["lastNotNull"] }, ...options },
    fieldConfig: { defaults: { thresholds: { mode: "absolute", steps }, ...defaults }, overrides: [] },
  });
}

describe("prepareStat", () => {
  it("shows the value alone for one series, with its name for several", () => {
    const one = prepareStat(
      stat({}, { unit: "percent" }),
      sampleData({ A: rangeOf({ a: [10, 50, null] }) }),
      sampleContext,
    );
    expect(one.tiles.map((tile) => [tile.title, tile.text, tile.suffix, tile.textColor])).toEqual([
      ["", "50", "%", "#73BF69"],
    ]);
    expect(one.centered).toBe(true);
    const data = sampleData({ A: rangeOf({ a: [10] }) });
    expect(prepareStat(stat({}, {}, ""), data, sampleContext).tiles[0]?.title).toBe("a");
    expect(prepareStat(stat({}, { displayName: "Now" }), data, sampleContext).tiles[0]?.title).toBe("Now");
    const two = prepareStat(stat(), sampleData({ A: rangeOf({ a: [10], b: [90] }) }), sampleContext);
    expect(two.tiles.map((tile) => [tile.title, tile.text, tile.textColor])).toEqual([
      ["a", "10", "#73BF69"],
      ["b", "90", "#F2495C"],
    ]);
  });

  it("colours the background and writes on it readably", () => {
    const model = prepareStat(
      stat({ colorMode: "background" }),
      sampleData({ A: instantOf({ a: 90 }) }),
      sampleContext,
    );
    expect(model.tiles[0]).toMatchObject({
      background: "linear-gradient(120deg, #df1410, #f03160)",
      textColor: "#ffffff",
    });
  });

  it("moves colours that cannot be read on a light page", () => {
    const yellow = stat({}, { color: { mode: "fixed", fixedColor: "yellow" } });
    const light = prepareStat(yellow, sampleData({ A: instantOf({ a: 1 }) }), {
      ...sampleContext,
      theme: "light",
    });
    expect(light.tiles[0]?.textColor).not.toBe("#F2CC0C");
    expect(light.tiles[0]?.lineColor).toBe("#F2CC0C");
    expect(contrastRatio(light.tiles[0]?.textColor ?? "", "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(light.tiles[0]?.smallTextColor ?? "", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });

  it("tells when the last value of an old single stat came", () => {
    const panel = samplePanel({
      type: "singlestat",
      valueName: "last_time",
      format: "dateTimeAsIso",
      targets: [{ refId: "A", expr: "x" }],
    });
    const data = sampleData({ A: { ...rangeOf({ a: [1, 2] }), startSeconds: 1_600_000_000 } as never });
    expect(prepareStat(panel, data, sampleContext).tiles.map(({ text }) => text)).toEqual([
      "2020-09-13 12:26:50",
    ]);
  });

  it("keeps the course for the line, says how much changed, and nothing when there is nothing", () => {
    const model = prepareStat(
      stat({ showPercentChange: true }),
      sampleData({ A: rangeOf({ a: [10, null, 15] }) }),
      sampleContext,
    );
    expect(model.tiles[0]?.line?.values).toEqual([10, null, 15]);
    expect(model.tiles[0]?.change?.text).toBe("+50.0%");
    const point = prepareStat(stat(), sampleData({ A: rangeOf({ a: [10] }) }), sampleContext);
    expect(point.tiles[0]).toMatchObject({ text: "10", line: null });
    expect(prepareStat(stat(), noData, sampleContext)).toMatchObject({ tiles: [] });
  });

  it("shows what the panel says of missing values even when no series came", () => {
    const mappings = [{ type: "special", options: { match: "null", result: { text: "N/A" } } }];
    const model = prepareStat(stat({}, { mappings }), noData, sampleContext);
    expect(model.tiles).toHaveLength(1);
    expect(model.tiles.map((tile) => tile.text)).toEqual(["N/A"]);
    expect(prepareStat(stat({}, { noValue: "0" }), noData, sampleContext).tiles[0]?.text).toBe("0");
  });

  it("names the calculation where a title asks for it, and takes a series' last sample as its last value", () => {
    const ended = sampleData({ A: rangeOf({ a: [10, 30, null], b: [1, 2, 3] }) });
    const named = prepareStat(
      stat({ reduceOptions: { calcs: ["last"] } }, { displayName: "$__calc" }),
      ended,
      sampleContext,
    );
    expect(named.tiles.map(statLabel)).toEqual(["last: 30", "last: 3"]);
  });

  it("writes huge, tiny and impossible numbers", () => {
    const frame = rangeOf({ a: [1e15], b: [1e-9], c: ["NaN"], d: ["+Inf"] });
    const model = prepareStat(
      stat({ reduceOptions: { calcs: ["last"] } }, { unit: "short" }),
      sampleData({ A: frame }),
      sampleContext,
    );
    expect(model.tiles.map(statLabel)).toEqual(["a: 1 Quadr", "b: 1e-9", "c: NaN", "d: ∞"]);
  });

  it("names rows by their texts when each row is a value", () => {
    const raw = {
      type: "stat",
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
      options: { reduceOptions: { values: true, limit: 2 } },
    };
    const model = prepareStat(
      samplePanel(raw),
      sampleData({ A: instantOf({ a: 1, b: 2, c: 3 }) }),
      sampleContext,
    );
    expect(model.tiles.map((tile) => [tile.title, tile.text])).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });

  it("reads a single stat with its affixes", () => {
    const raw = {
      type: "singlestat",
      valueName: "current",
      prefix: "~",
      postfix: "/6",
      targets: [{ refId: "A", expr: "x" }],
    };
    const model = prepareStat(samplePanel(raw), sampleData({ A: rangeOf({ a: [3, 6] }) }), sampleContext);
    expect(statLabel(model.tiles[0] ?? never())).toBe("~6/6");
  });
});

function never(): never {
  throw new Error("no tile");
}
