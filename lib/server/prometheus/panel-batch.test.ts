import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerAll, type BatchStand, panel, startBatchStand, toMs } from "@/lib/server/testing/batch-stand";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import type { PanelBatchLine } from "@/lib/shared/prometheus/panel-batch";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: BatchStand;
beforeAll(async () => {
  stand = await startBatchStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

describe("a batch of panels", () => {
  it("asks stored targets with variables and steps filled in, and answers frames", async () => {
    const lines = await stand.batch({
      panels: [panel(1, { key: "one" })],
      variables: { job: ["api", "d.b"] },
    });
    expect(stand.form()).toEqual({
      query: 'rate(x{job=~"(api|d\\\\.b)",tenant_id="a"}[1m])',
      start: String((toMs - 3_600_000 - ((toMs - 3_600_000) % 30_000)) / 1_000),
      end: String((toMs - (toMs % 30_000)) / 1_000),
      step: "30",
    });
    const data = lines.find((line) => line.type === "data");
    expect(data).toMatchObject({
      panelId: 1,
      key: "one",
      refId: "A",
      expr: 'rate(x{job=~"(api|d\\\\.b)"}[1m])',
    });
    if (data?.type !== "data" || data.frame.kind !== "range") throw new Error("a range frame is expected");
    expect(data.frame).toMatchObject({
      stepSeconds: 30,
      length: 121,
      series: [{ labels: { __name__: "x" } }],
    });
    expect(data.frame.series[0]?.values.slice(0, 2)).toEqual([1, null]);
    expect(data.frame.series[0]?.values.at(-1)).toBe("NaN");
    expect(lines.find((line) => line.type === "error")).toMatchObject({
      refId: "B",
      errorType: "bad_data",
      message: expect.stringContaining("parse error"),
    });
    expect(lines.slice(-2)).toEqual([{ type: "panelDone", panelId: 1, key: "one" }, { type: "done" }]);
    expect(stand.upstream.seen).toHaveLength(1);
  });

  it("takes the least interval of a query for how often is scraped, not that of its panel", async () => {
    await stand.batch({ panels: [panel(11)] });
    const asked = stand.upstream.seen.map(({ body }) => new URLSearchParams(body).get("query"));
    expect(asked.sort()).toEqual(['rate(x{tenant_id="a"}[1m])', 'rate(y{tenant_id="a"}[35s])']);
  });

  it("asks instant targets at the end, through the datasource that a variable names", async () => {
    const lines = await stand.batch({ panels: [panel(2)], variables: { ds: "second" } });
    expect(stand.form()).toEqual({
      query: 'up{env="prod",tenant_id="a",zone="2"}',
      time: "1700000000",
      limit: "500",
    });
    expect(lines[0]).toMatchObject({
      type: "data",
      frame: { kind: "instant", timeSeconds: 1_700_000_000, series: [{ value: "+Inf" }] },
    });
  });

  it("passes on the first series of more than any chart draws, however large the answer is", async () => {
    const one = (series: number, text: string) =>
      `{"metric":{"id":"${series}","text":"${text}"},"values":[[1700000000,"1"]]}`;
    const answer = (count: number, text: string) =>
      `{"status":"success","data":{"resultType":"matrix","result":[${Array.from({ length: count }, (_, i) => one(i, text)).join()}]}}`;
    const frameOf = async (body: string) => {
      forgetAnswers();
      stand.upstream.answer((_, response) => void response.end(body));
      const line = (await stand.batch({ panels: [panel(7)] })).find(({ type }) => type === "data");
      return line?.type === "data" ? [line.frame.series.length, line.frame.cut, line.warnings] : line;
    };
    expect(await frameOf(answer(500, ""))).toEqual([500, undefined, undefined]);
    expect(await frameOf(answer(501, ""))).toEqual([500, true, undefined]);
    // 25 MB, of which the first 20 are read.
    expect(await frameOf(answer(1_000, "x".repeat(25_000)))).toEqual([500, true, undefined]);
  });

  it("heeds a panel's own time and step", async () => {
    await stand.batch({ panels: [panel(3)] });
    expect(Number(stand.form().end) - Number(stand.form().start)).toBe(600);
    expect(Number(stand.form().end)).toBeLessThanOrEqual(1_700_000_000 - 86_400);
    await stand.batch({ panels: [panel(7)] });
    expect(stand.form(1)).toMatchObject({ step: "300", query: 'x{env="prod",tenant_id="a",zone="2"}' });
  });

  it("asks both at once, with the page's ad hoc filters, for a range that a variable names", async () => {
    const variables = { filters: ["env|=~|p.*", "pod|=__gfp__|a.b__gfc__c"], window: "10m" };
    const lines = await stand.batch({ panels: [panel(8)], variables });
    const filters = 'env=~"p.*",pod=~"a\\\\.b|c"';
    expect(lines[0]).toMatchObject({ expr: `sum(x{${filters}}) / y{a="b",${filters}}` });
    expect(lines.map((line) => (line.type === "data" ? line.frame.kind : line.type)).sort()).toEqual([
      "done",
      "instant",
      "panelDone",
      "range",
    ]);
    const asked = stand.form(stand.upstream.seen[0]?.url.includes("query_range") ? 0 : 1);
    expect(Number(asked.end) - Number(asked.start)).toBe(600);
  });

  it("brings the exemplars of histograms along, and does without where there are none", async () => {
    stand.upstream.answer((request, response) => {
      if (!request.url.includes("query_exemplars")) return answerAll(request, response);
      const exemplars = [{ labels: { trace_id: "t" }, value: "0.4", timestamp: 1_699_999_000 }];
      response.end(JSON.stringify({ status: "success", data: [{ seriesLabels: {}, exemplars }] }));
    });
    const found = (lines: PanelBatchLine[]) =>
      lines
        .flatMap((line) => (line.type === "data" ? [[line.refId, line.exemplars?.length ?? 0]] : []))
        .sort();
    expect(found(await stand.batch({ panels: [panel(10)] }))).toEqual([
      ["A", 1],
      ["B", 0],
    ]);
    const asked = stand.upstream.seen.filter(({ url }) => url.includes("query_exemplars"));
    expect(asked.map(({ body }) => new URLSearchParams(body).get("query"))).toEqual([
      expect.stringContaining('x_bucket{tenant_id="a"}'),
    ]);
    forgetAnswers();
    stand.upstream.answer((request, response) => {
      if (!request.url.includes("query_exemplars")) return answerAll(request, response);
      response.writeHead(404).end("not here");
    });
    expect(found(await stand.batch({ panels: [panel(10)] }))).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
  });

  it("names the variable that nothing fills in", async () => {
    const lines = await stand.batch({ panels: [panel(9)] });
    expect(lines[0]).toMatchObject({
      type: "error",
      message: expect.stringMatching(/^\$nowhere is no variable of this dashboard\. .*parse error/),
    });
  });
});
