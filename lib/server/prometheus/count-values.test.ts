import { expect, it, vi } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { countingScale } from "@/lib/shared/panels/counting-scale";
import { samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { type Ask, askFrame } from "./ask-frame";
import { GatewayError } from "./gateway-error";
import type { PlannedTarget } from "./plan-panel";

const grid = { startSeconds: 100, endSeconds: 120, stepSeconds: 10 };
const tooLarge = new GatewayError("unavailable", "The answer is larger than 20 MB.", {
  details: { reason: "too_large" },
});

function targetOf(raw: JsonObject): PlannedTarget {
  const panel = samplePanel({ ...raw, targets: [{ refId: "A", expr: "x" }] });
  const [target] = panel.targets;
  if (!target) throw new Error("a target is expected");
  const scaleFor = countingScale(panel, target);
  return {
    refId: "A",
    expr: "x",
    kind: "range",
    grid,
    shareMs: 1_000,
    datasource: {},
    mostSeries: Number.POSITIVE_INFINITY,
    scaleFor,
    exemplars: false,
    filters: [],
  };
}

/** A Prometheus that answers everything but the whole of it. */
function askerOf(answers: Record<string, [labels: Record<string, string>, values: [number, string][]][]>) {
  return vi.fn<Ask>(async (_endpoint, params) => {
    const [query = ""] = params.get("query") ?? [];
    const result = Object.hasOwn(answers, query) ? answers[query] : undefined;
    if (!result || (query === "x" && !params.has("limit"))) throw tooLarge;
    const data = { resultType: "matrix", result: result.map(([metric, values]) => ({ metric, values })) };
    return { data, warnings: [], infos: [], notes: [] } as unknown as Awaited<ReturnType<Ask>>;
  });
}

const finite = "((x\n) > -Inf < +Inf)";
const extent = {
  [`min(${finite})`]: [[{}, [[100, "3"]]]],
  [`max(${finite})`]: [[{}, [[110, "38"]]]],
} satisfies Parameters<typeof askerOf>[0];

it("has the values of a heatmap counted where they are, when they are too many to send", async () => {
  const yBuckets = { mode: "size", value: "10" };
  const target = targetOf({ type: "heatmap", options: { calculate: true, calculation: { yBuckets } } });
  const ask = askerOf({
    ...extent,
    'count_values("bucket", floor(((x\n) - 0) / 10))': [
      [
        { bucket: "0" },
        [
          [100, "4000"],
          [110, "4000"],
        ],
      ],
      [{ bucket: "3" }, [[110, "6000"]]],
    ],
  });
  const { frame, warnings } = await askFrame(target, "x", ask);
  expect(frame).toMatchObject({
    counted: { kind: "linear", size: 10, offset: 0 },
    series: [
      { labels: { bucket: "0", from: "0", to: "10" }, values: [4000, 4000, null] },
      { labels: { bucket: "3", from: "30", to: "40" }, values: [null, 6000, null] },
    ],
  });
  expect(warnings).toEqual(["These are 10,000 series; Prometheus counted their values itself."]);
  const wholes = () => ask.mock.calls.filter(([, params]) => params.get("query")?.[0] === "x").length;
  expect(wholes()).toBe(1);
  await askFrame(target, "x", ask);
  expect(wholes()).toBe(1);
});

it("counts on a logarithmic scale", async () => {
  const yBuckets = { scale: { type: "log", log: 10 }, value: "2" };
  const target = targetOf({ type: "heatmap", options: { calculate: true, calculation: { yBuckets } } });
  const query = `count_values("bucket", floor(ln((x\n) > 0) * ${2 / Math.log(10)} + 1e-9))`;
  const { frame } = await askFrame(
    target,
    "x",
    askerOf({ ...extent, [query]: [[{ bucket: "2" }, [[100, "7"]]]] }),
  );
  expect(frame.series[0]?.labels).toEqual({ bucket: "2", from: "10", to: String(10 ** 1.5) });
});

it("lets the first series stand for an answer that others work on, and says so", async () => {
  const target = targetOf({ type: "table", transformations: [{ id: "reduce" }] });
  const { frame, warnings } = await askFrame(target, "x", askerOf({ x: [[{ a: "1" }, [[100, "1"]]]] }));
  expect(frame.cut).toBe(true);
  expect(warnings).toEqual(["The answer is too large to be sent whole: its first 500 series stand for it."]);
});

it("says that the answer is too large when less of it fails too", async () => {
  await expect(askFrame(targetOf({ type: "table" }), "x", askerOf({}))).rejects.toThrow(tooLarge);
});
