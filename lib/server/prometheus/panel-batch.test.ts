import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import type { TenantContext } from "@/lib/server/tenants/context";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, type SeenRequest, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import type { PanelBatchLine } from "@/lib/shared/prometheus/panel-batch";
import { preparePanelBatch } from "./panel-batch";
import { streamLines } from "./stream-lines";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const toMs = 1_700_000_000_000;
const range = { fromMs: toMs - 3_600_000, toMs };

const document = {
  uid: "board",
  title: "Board",
  schemaVersion: 39,
  templating: {
    list: [
      { name: "job", type: "query", multi: true, query: "label_values(job)", current: { value: ["api"] } },
      { name: "ds", type: "datasource", query: "prometheus", current: { value: "default" } },
      {
        name: "filters",
        type: "adhoc",
        datasource: { uid: "second" },
        filters: [{ key: "env", operator: "=", value: "prod" }],
      },
    ],
  },
  panels: [
    {
      id: 1,
      type: "timeseries",
      title: "Rate",
      targets: [
        { refId: "A", expr: 'rate(x{job=~"$job"}[$__rate_interval])' },
        { refId: "B", expr: "broken{" },
        { refId: "C", expr: "hidden", hide: true },
        { refId: "D", expr: "" },
      ],
    },
    {
      id: 2,
      type: "stat",
      targets: [{ refId: "A", expr: "up", instant: true, datasource: { uid: "${ds}" } }],
    },
    { id: 3, type: "timeseries", timeShift: "1d", timeFrom: "10m", targets: [{ refId: "A", expr: "x" }] },
    { id: 4, type: "text", options: { content: "hello" } },
    {
      id: 5,
      type: "timeseries",
      datasource: { type: "loki", uid: "l" },
      targets: [{ refId: "A", expr: "x" }],
    },
    {
      id: 6,
      type: "timeseries",
      datasource: { type: "prometheus", uid: "foreign" },
      targets: [{ refId: "A", expr: "x" }],
    },
    {
      id: 7,
      type: "timeseries",
      datasource: { type: "prometheus", uid: "second" },
      targets: [{ refId: "A", expr: "x", interval: "5m" }],
    },
    {
      id: 8,
      type: "timeseries",
      timeFrom: "$window",
      datasource: { type: "victoriametrics-metrics-datasource", uid: "second" },
      targets: [{ refId: "A", expr: "sum(x) / y{a='b'}", instant: true, range: true }],
    },
    {
      id: 10,
      type: "timeseries",
      targets: [
        { refId: "A", exemplar: true, expr: "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))" },
        { refId: "B", exemplar: true, expr: "x" },
      ],
    },
    { id: 9, type: "stat", targets: [{ refId: "A", expr: "rate(x[$nowhere])" }] },
  ],
};

let upstream: FakeUpstream;
let a: TestTenant;
let b: TestTenant;

function answerAll(request: SeenRequest, response: ServerResponse) {
  const form = new URLSearchParams(request.body);
  const metric = { __name__: "x" };
  const data = request.url.includes("query_range")
    ? {
        resultType: "matrix",
        result: [
          {
            metric,
            values: [
              [Number(form.get("start")), "1"],
              [Number(form.get("end")), "NaN"],
            ],
          },
        ],
      }
    : { resultType: "vector", result: [{ metric, value: [Number(form.get("time")), "+Inf"] }] };
  response.end(JSON.stringify({ status: "success", data }));
}

beforeAll(async () => {
  upstream = await startFakeUpstream();
  a = await createTestTenant("A");
  b = await createTestTenant("B");
  await createTestDatasource(a.admin, { url: upstream.url, matchers: { tenant_id: "a" } });
  await createTestDatasource(a.admin, {
    uid: "second",
    url: upstream.url,
    matchers: { tenant_id: "a", zone: "2" },
    isDefault: false,
  });
  await createDashboard(a.editor, { document });
});
afterAll(() => upstream.stop());
beforeEach(() => {
  forgetAnswers();
  upstream.seen.length = 0;
  upstream.answer(answerAll);
});

async function batch(
  body: object,
  ctx: TenantContext = a.editor,
  signal = new AbortController().signal,
): Promise<PanelBatchLine[]> {
  const lines: PanelBatchLine[] = [];
  const run = await preparePanelBatch(ctx, { dashboardUid: "board", ...range, ...body }, signal);
  await run((line) => void lines.push(line));
  return lines;
}

const panel = (panelId: number, more: object = {}) => ({ panelId, maxDataPoints: 100, ...more });
const form = (index = 0) => Object.fromEntries(new URLSearchParams(upstream.seen[index]?.body));

describe("a batch of panels", () => {
  it("asks stored targets with variables and steps filled in, and answers frames", async () => {
    const lines = await batch({ panels: [panel(1, { key: "one" })], variables: { job: ["api", "d.b"] } });
    expect(form()).toEqual({
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
    expect(upstream.seen).toHaveLength(1);
  });

  it("asks instant targets at the end, through the datasource that a variable names", async () => {
    const lines = await batch({ panels: [panel(2)], variables: { ds: "second" } });
    expect(form()).toEqual({
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
      upstream.answer((_, response) => void response.end(body));
      const line = (await batch({ panels: [panel(7)] })).find(({ type }) => type === "data");
      return line?.type === "data" ? [line.frame.series.length, line.frame.cut, line.warnings] : line;
    };
    expect(await frameOf(answer(500, ""))).toEqual([500, undefined, undefined]);
    expect(await frameOf(answer(501, ""))).toEqual([500, true, undefined]);
    // 25 MB, of which the first 20 are read.
    expect(await frameOf(answer(1_000, "x".repeat(25_000)))).toEqual([500, true, undefined]);
  });

  it("heeds a panel's own time and step", async () => {
    await batch({ panels: [panel(3)] });
    expect(Number(form().end) - Number(form().start)).toBe(600);
    expect(Number(form().end)).toBeLessThanOrEqual(1_700_000_000 - 86_400);
    await batch({ panels: [panel(7)] });
    expect(form(1)).toMatchObject({ step: "300", query: 'x{env="prod",tenant_id="a",zone="2"}' });
  });

  it("asks both at once, with the page's ad hoc filters, for a range that a variable names", async () => {
    const variables = { filters: ["env|=~|p.*", "pod|=__gfp__|a.b__gfc__c"], window: "10m" };
    const lines = await batch({ panels: [panel(8)], variables });
    const filters = 'env=~"p.*",pod=~"a\\\\.b|c"';
    expect(lines[0]).toMatchObject({ expr: `sum(x{${filters}}) / y{a="b",${filters}}` });
    expect(lines.map((line) => (line.type === "data" ? line.frame.kind : line.type)).sort()).toEqual([
      "done",
      "instant",
      "panelDone",
      "range",
    ]);
    const asked = form(upstream.seen[0]?.url.includes("query_range") ? 0 : 1);
    expect(Number(asked.end) - Number(asked.start)).toBe(600);
  });

  it("brings the exemplars of histograms along, and does without where there are none", async () => {
    upstream.answer((request, response) => {
      if (!request.url.includes("query_exemplars")) return answerAll(request, response);
      const exemplars = [{ labels: { trace_id: "t" }, value: "0.4", timestamp: 1_699_999_000 }];
      response.end(JSON.stringify({ status: "success", data: [{ seriesLabels: {}, exemplars }] }));
    });
    const found = (lines: PanelBatchLine[]) =>
      lines
        .flatMap((line) => (line.type === "data" ? [[line.refId, line.exemplars?.length ?? 0]] : []))
        .sort();
    expect(found(await batch({ panels: [panel(10)] }))).toEqual([
      ["A", 1],
      ["B", 0],
    ]);
    const asked = upstream.seen.filter(({ url }) => url.includes("query_exemplars"));
    expect(asked.map(({ body }) => new URLSearchParams(body).get("query"))).toEqual([
      expect.stringContaining('x_bucket{tenant_id="a"}'),
    ]);
    forgetAnswers();
    upstream.answer((request, response) => {
      if (!request.url.includes("query_exemplars")) return answerAll(request, response);
      response.writeHead(404).end("not here");
    });
    expect(found(await batch({ panels: [panel(10)] }))).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
  });

  it("names the variable that nothing fills in", async () => {
    const lines = await batch({ panels: [panel(9)] });
    expect(lines[0]).toMatchObject({
      type: "error",
      message: expect.stringMatching(/^\$nowhere is no variable of this dashboard\. .*parse error/),
    });
  });

  it("closes panels without targets, unknown ones, and other kinds of datasource", async () => {
    const lines = await batch({ panels: [panel(4), panel(99), panel(5)] });
    expect(lines).toContainEqual({ type: "panelDone", panelId: 4 });
    expect(lines).toContainEqual(
      expect.objectContaining({ type: "error", panelId: 99, errorType: "not_found" }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ type: "error", panelId: 5, message: expect.stringContaining("loki") }),
    );
    expect(lines.filter((line) => line.type === "panelDone")).toHaveLength(3);
    expect(upstream.seen).toHaveLength(0);
  });

  it("asks the default datasource for one that is not here, and says so", async () => {
    const lines = await batch({ panels: [panel(6)] });
    expect(lines[0]).toMatchObject({
      type: "data",
      warnings: [expect.stringContaining('no datasource "foreign"')],
    });
  });

  it("lets viewers run stored panels only", async () => {
    const draft = {
      panels: [panel(1, { panel: { type: "stat", targets: [{ refId: "A", expr: "draft" }] } })],
    };
    await expect(batch(draft, a.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(upstream.seen).toHaveLength(0);
    await batch(draft, a.editor);
    expect(form().query).toBe('draft{tenant_id="a"}');
    forgetAnswers();
    await batch({ ...draft, dashboardUid: undefined }, a.editor);
    expect(upstream.seen).toHaveLength(2);
  });

  it("knows no dashboard of another tenant", async () => {
    await expect(batch({ panels: [panel(1)] }, b.admin)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(upstream.seen).toHaveLength(0);
  });

  it("refuses what does not fit the contract", async () => {
    for (const body of [
      { panels: [] },
      { panels: [panel(1)], fromMs: toMs + 1 },
      { panels: [panel(1, { maxDataPoints: 0 })] },
      { panels: [panel(1)], variables: { a: 1 } },
    ]) {
      await expect(batch(body)).rejects.toThrow();
    }
  });

  it("streams each line as it comes, and cancels upstream when the reader leaves", async () => {
    const held: ServerResponse[] = [];
    let cancelled = 0;
    upstream.answer((request, response) => {
      if (new URLSearchParams(request.body).get("query")?.startsWith("up"))
        return answerAll(request, response);
      held.push(response.on("close", () => (cancelled += 1)));
    });
    const left = new AbortController();
    const run = await preparePanelBatch(
      a.editor,
      { dashboardUid: "board", ...range, panels: [panel(3), panel(2)] },
      left.signal,
    );
    const reader = streamLines(run, () => left.abort()).body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('"panelId":2');
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await reader?.cancel();
    await vi.waitFor(() => expect(cancelled).toBe(1));
  });
});
