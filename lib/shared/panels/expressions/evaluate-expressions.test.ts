import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { toSeriesFrames } from "@/lib/shared/panels/fields/to-data-frames";
import {
  instantOf,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { withExpressions } from "./with-expressions";

const datasource = { type: "__expr__", uid: "__expr__" };
const a = rangeOf({ x: [1, 2, null, 4], y: [10, 20, 30, 40] });

function outcome(expressions: JsonObject[], frames: Record<string, Frame> = { A: a }) {
  const queries = Object.keys(frames).map((refId) => ({ refId, expr: "up", hide: true }));
  const targets = [...queries, ...expressions.map((one) => ({ datasource, ...one }))];
  const panel = samplePanel({ type: "timeseries", targets });
  const data = withExpressions(panel.targets, sampleData(frames), (text, own) =>
    text.replace(/\$\{(\w+)\}/g, (whole, name: string) => ({ ten: "10", ...own })[name] ?? whole),
  );
  const shown = toSeriesFrames(panel, data, sampleContext).flatMap(({ fields }) =>
    fields.filter(({ type }) => type === "number").map(({ displayName, values }) => [displayName, values]),
  );
  return { shown: Object.fromEntries(shown) as object, errors: data.errors.map(({ message }) => message) };
}

const math = (expression: string, refId = "B") => ({ refId, type: "math", expression });
const reduce = (reducer: string, settings: JsonObject = {}) => ({
  refId: "B",
  type: "reduce",
  expression: "A",
  reducer,
  settings,
});

describe("math", () => {
  it("works on every point, and a gap stays one", () => {
    expect(outcome([math("$A * 2 + 1")]).shown).toEqual({ "B x": [3, 5, null, 9], "B y": [21, 41, 61, 81] });
  });

  it("binds as Grafana's grammar does", () => {
    expect(outcome([math("-2 ** 2 + 7 % 4 * 2")]).shown).toEqual({ B: [10] });
    expect(outcome([math("!(1 > 2) && 3 >= 3 || 0")]).shown).toEqual({ B: [1] });
    expect(outcome([math("2 ** 3 ** 2 == 64")]).shown).toEqual({ B: [1] });
  });

  it("joins series by their labels, also when one side has fewer", () => {
    const b = instantOf({ x: 100 });
    expect(outcome([math("$A + $B", "C")], { A: a, B: b }).shown).toEqual({ "C x": [101, 102, null, 104] });
    const total: Frame = { kind: "instant", timeSeconds: 50, series: [{ labels: {}, value: 10 }] };
    expect(outcome([math("${A} / ${B}", "C")], { A: a, B: total }).shown).toEqual({
      "C x": [0.1, 0.2, null, 0.4],
      "C y": [1, 2, 3, 4],
    });
  });

  it("matches series of differing steps where their times meet", () => {
    const slow: Frame = { ...rangeOf({ x: [100, 200] }), stepSeconds: 20 } as Frame;
    expect(outcome([math("$A + $B", "C")], { A: a, B: slow }).shown).toEqual({
      "C x": [101, null, null, null],
    });
  });

  it("knows the functions, what is missing and what is no number", () => {
    expect(outcome([math("round(2.5) + abs(-1) + floor(1.7) + ceil(0.2)")]).shown).toEqual({ B: [6] });
    expect(outcome([math("is_nan(nan()) + is_inf(infn()) + is_null(null()) + is_number(1)")]).shown).toEqual({
      B: [4],
    });
    expect(outcome([math("nan() > 1")]).shown).toEqual({ B: [Number.NaN] });
  });

  it("fills in variables of the dashboard, but not in place of a query", () => {
    expect(outcome([math("${A} * ${ten}")]).shown).toEqual({
      "B x": [10, 20, null, 40],
      "B y": [100, 200, 300, 400],
    });
  });

  it.each([
    ["$A +", "Expression B: The expression breaks off."],
    ["$Z", 'Expression B: There is no query "Z".'],
    ["sqrt(4)", 'Expression B: There is no function "sqrt".'],
    ["1 ~ 2", 'Expression B: "~ 2" cannot be read.'],
    ["$B", 'Expression B: "B" needs its own result.'],
    ["(".repeat(5_000), "Expression B: The expression is nested too deeply."],
  ])("says what is wrong with %s", (expression, message) => {
    expect(outcome([math(expression)]).errors).toEqual([message]);
  });
});

describe("reduce", () => {
  it.each([
    ["sum", 7],
    ["mean", 7 / 3],
    ["min", 1],
    ["max", 4],
    ["count", 3],
    ["last", 4],
    ["median", 2],
  ])("%s takes the points that are there", (reducer, x) => {
    expect(outcome([reduce(reducer)]).shown).toMatchObject({ "B x": [x] });
  });

  it("is strict about what is no number, drops it, or puts another in its place", () => {
    const frames = { A: rangeOf({ x: [1, "NaN", 3] }) };
    expect(outcome([reduce("sum")], frames).shown).toEqual({ "B x": [Number.NaN] });
    expect(outcome([reduce("sum", { mode: "dropNN" })], frames).shown).toEqual({ "B x": [4] });
    expect(outcome([reduce("sum", { mode: "replaceNN", replaceWithValue: 5 })], frames).shown).toEqual({
      "B x": [9],
    });
  });

  it("leaves numbers alone", () => {
    expect(outcome([reduce("sum")], { A: instantOf({ x: 3 }) }).shown).toEqual({ "B x": [3] });
  });
});

describe("resample", () => {
  const resample = (options: JsonObject) => ({ refId: "B", type: "resample", expression: "A", ...options });
  const frames = { A: rangeOf({ x: [1, 2, null, 4] }) };

  it("brings points together", () => {
    const options = { window: "20s", downsampler: "sum", upsampler: "fillna" };
    expect(outcome([resample(options)], frames).shown).toEqual({ "B x": [1, 2, 4, null] });
  });

  it("fills between points", () => {
    const options = { window: "15s", downsampler: "last" };
    expect(outcome([resample({ ...options, upsampler: "pad" })], frames).shown).toEqual({
      "B x": [1, 2, 4, 4, 4],
    });
    expect(
      outcome([resample({ ...options, window: "5s", upsampler: "backfilling" })], frames).shown,
    ).toMatchObject({
      "B x": [1, 2, 2, 4, 4, 4, 4, null, null, null, null, null, null],
    });
    expect(outcome([resample({ ...options, window: "x" })], frames).errors).toEqual([
      'Expression B: "x" is no length of time.',
    ]);
  });
});

describe("conditions", () => {
  const threshold = (type: string, params: number[]) => ({
    refId: "B",
    type: "threshold",
    expression: "A",
    conditions: [{ evaluator: { type, params } }],
  });

  it("compare each point with a threshold", () => {
    expect(outcome([threshold("gt", [1])]).shown).toMatchObject({ "B x": [0, 1, null, 1] });
    expect(outcome([threshold("within_range", [4, 1])]).shown).toMatchObject({ "B x": [0, 1, null, 0] });
    expect(outcome([threshold("outside_range_included", [2, 20])]).shown).toMatchObject({
      "B x": [1, 1, null, 0],
    });
  });

  it("join as those of older alerts", () => {
    const condition = (params: number[], operator: string) => ({
      evaluator: { type: "gt", params },
      operator: { type: operator },
      query: { params: ["A"] },
      reducer: { type: "avg" },
    });
    const classic = (conditions: JsonObject[]) => ({ refId: "B", type: "classic_conditions", conditions });
    expect(outcome([classic([condition([24], "and")])]).shown).toEqual({ B: [1] });
    expect(outcome([classic([condition([24], "and"), condition([26], "and")])]).shown).toEqual({ B: [0] });
    expect(outcome([classic([condition([26], "and"), condition([24], "or")])]).shown).toEqual({ B: [1] });
  });
});

it("feeds one expression with another, and says which kinds are not computed", () => {
  const chained = [math("$B > 20", "C"), reduce("max")];
  expect(outcome(chained).shown).toEqual({ "B x": [4], "B y": [40], "C x": [0], "C y": [1] });
  expect(outcome([{ refId: "B", type: "sql", expression: "SELECT 1" }]).errors).toEqual([
    'Expression B: Expressions of type "sql" are not computed here. It is kept as it is.',
  ]);
  expect(outcome([math("$A + 1")], { A: rangeOf({}) })).toEqual({ shown: {}, errors: [] });
});
