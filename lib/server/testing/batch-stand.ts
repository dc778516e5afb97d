import type { ServerResponse } from "node:http";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { preparePanelBatch } from "@/lib/server/prometheus/panel-batch";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { PanelBatchLine } from "@/lib/shared/prometheus/panel-batch";
import { createTestDatasource } from "./create-test-datasource";
import { createTestTenant } from "./create-test-tenant";
import { type SeenRequest, startFakeUpstream } from "./fake-upstream";
import { forgetAnswers } from "./forget-answers";

export const toMs = 1_700_000_000_000;
export const range = { fromMs: toMs - 3_600_000, toMs };

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
    {
      id: 11,
      type: "timeseries",
      interval: "5s",
      targets: [
        { refId: "A", expr: "rate(x[$__rate_interval])" },
        { refId: "B", expr: "rate(y[$__rate_interval])", interval: "5s" },
      ],
    },
    { id: 9, type: "stat", targets: [{ refId: "A", expr: "rate(x[$nowhere])" }] },
  ],
};

export function answerAll(request: SeenRequest, response: ServerResponse) {
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

/** Tenants A and B; A has two datasources on one upstream and a dashboard of many kinds of panels. */
export async function startBatchStand() {
  const upstream = await startFakeUpstream();
  const a = await createTestTenant("A");
  const b = await createTestTenant("B");
  await createTestDatasource(a.admin, { url: upstream.url, matchers: { tenant_id: "a" } });
  await createTestDatasource(a.admin, {
    uid: "second",
    url: upstream.url,
    matchers: { tenant_id: "a", zone: "2" },
    isDefault: false,
  });
  await createDashboard(a.editor, { document });
  return {
    upstream,
    a,
    b,
    /** Before each test: nothing seen or kept, every question answered. */
    reset() {
      forgetAnswers();
      upstream.seen.length = 0;
      upstream.answer(answerAll);
    },
    async batch(body: object, ctx: TenantContext = a.editor): Promise<PanelBatchLine[]> {
      const lines: PanelBatchLine[] = [];
      const { signal } = new AbortController();
      const run = await preparePanelBatch(ctx, { dashboardUid: "board", ...range, ...body }, signal);
      await run((line) => void lines.push(line));
      return lines;
    },
    /** What the upstream was asked. */
    form: (index = 0) => Object.fromEntries(new URLSearchParams(upstream.seen[index]?.body)),
  };
}

export type BatchStand = Awaited<ReturnType<typeof startBatchStand>>;

export const panel = (panelId: number, more: object = {}) => ({ panelId, maxDataPoints: 100, ...more });
