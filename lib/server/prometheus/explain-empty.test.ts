import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { explainEmpty } from "./explain-empty";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const nowSeconds = Math.floor(Date.now() / 1_000);
const backfill = { startSeconds: nowSeconds - 5 * 3_600, endSeconds: nowSeconds - 60, stepSeconds: 60 };
const endedAt = nowSeconds - 3 * 3_600;
const range = { fromMs: (nowSeconds - 1_800) * 1_000, toMs: (nowSeconds - 60) * 1_000 };
const until =
  (end: number, value = 1) =>
  (at: number) =>
    at <= end ? value : null;

let prometheus: TestPrometheus;
let exporter: FakeUpstream;
let a: TestTenant;

beforeAll(async () => {
  const own = 'tenant_id="a"';
  const series = [
    { series: `celery_workers{${own},queue="high",job="celery"}`, valueAt: until(nowSeconds, 3) },
    { series: `celery_workers{${own},queue="low",job="other"}`, valueAt: until(nowSeconds, 3) },
    { series: `old_total{${own},job="gone"}`, valueAt: until(endedAt) },
    { series: `dead_total{${own},job="down",instance="d:1"}`, valueAt: until(endedAt) },
    { series: `up{${own},job="down",instance="d:1"}`, valueAt: until(nowSeconds, 0) },
    { series: 'only_b{tenant_id="b"}', valueAt: until(nowSeconds) },
  ];
  prometheus = await startTestPrometheus({ ...backfill, series });
  exporter = await startFakeUpstream();
  exporter.answer((request, response) => {
    const known = request.url === "/metrics";
    response.writeHead(known ? 200 : 404, { "content-type": "text/plain" });
    response.end(known ? "# HELP up Up.\n# TYPE up gauge\nup 1\n" : "not found");
  });
  a = await createTestTenant("A");
  await createTestDatasource(a.admin, { url: prometheus.url, matchers: { tenant_id: "a" } });
  await createTestDatasource(a.admin, { uid: "exporter", url: exporter.url, isDefault: false });
  await createTestDatasource(a.admin, { uid: "gone", url: "http://127.0.0.1:1", isDefault: false });
}, 60_000);
afterAll(() => Promise.all([prometheus.stop(), exporter.stop()]));

const explain = (expr: string, uid = "prometheus") => explainEmpty(a.viewer, uid, { expr, ...range });

describe("explainEmpty", () => {
  it.each([
    ["celery_workers", "not_empty", /has data/],
    ["celery_worker", "metric_unknown", /No series named celery_worker .*Did you mean celery_workers\?/],
    ["sum(rate(celery_wrkers[5m]))", "metric_unknown", /celery_workers/],
    ["only_b", "metric_unknown", /No series named only_b among the series with tenant_id="a"\.$/],
    ['celery_workers{queu="high"}', "label_unknown", /no label "queu".*Did you mean queue\?/],
    ['celery_workers{queue="hihg"}', "value_unknown", /Values of queue: "high"/],
    ['celery_workers{queue=~"x.*"}', "value_unknown", /Values of queue: "high", "low"/],
    ['celery_workers{queue="high",job="other"}', "no_such_combination", /all at once/],
    ["old_total", "no_samples_in_range", /no samples in this time range\. The last one came at 20/],
    ["dead_total", "target_down", /job="down", instance="d:1" is down/],
    ['celery_workers{tenant_id="b"}', "tenant_matcher", /limited to tenant_id="a"/],
    ["celery_workers > 100", "expression_empties_itself", /comparison in celery_workers > 100/],
    ["rate(celery_workers[30s])", "expression_empties_itself", /at least two samples/],
    [
      'celery_workers{queue="high"} / celery_workers{queue="low"}',
      "expression_empties_itself",
      /Both sides of "\/" have data/,
    ],
    ["celery_workers{", "bad_data", /parse error/],
  ])("%s: %s", async (expr, reason, message) => {
    const found = await explain(expr);
    expect(found.message).toMatch(message);
    expect(found.reason).toBe(reason);
    expect(JSON.stringify(found)).not.toContain("127.0.0.1");
  });

  it("says in plain words that a URL is an exporter's page, or that nothing is there", async () => {
    expect(await explain("up", "exporter")).toMatchObject({
      reason: "not_prometheus",
      message: expect.stringContaining("/metrics page of a service"),
    });
    expect(await explain("up", "gone")).toMatchObject({
      reason: "unreachable",
      message: expect.stringContaining("nothing listens"),
    });
  });

  it("is for members who may query, and for the tenant's own datasources", async () => {
    await expect(explain("up", "nothing")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explainEmpty(a.viewer, "prometheus", { expr: "" })).rejects.toThrow();
  });
});
