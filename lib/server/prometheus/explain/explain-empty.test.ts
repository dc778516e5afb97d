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
  await createTestDatasource(a.admin, {
    uid: "second",
    url: prometheus.url,
    matchers: { job: "nowhere" },
    isDefault: false,
  });
  await createTestDatasource(a.admin, { uid: "exporter", url: exporter.url, isDefault: false });
  await createTestDatasource(a.admin, { uid: "path", url: `${prometheus.url}/metrics`, isDefault: false });
  await createTestDatasource(a.admin, { uid: "gone", url: "http://127.0.0.1:1", isDefault: false });
}, 60_000);
afterAll(() => Promise.all([prometheus.stop(), exporter.stop()]));

const explain = (expr: string, uid = "prometheus", ctx = a.editor) =>
  explainEmpty(ctx, uid, { expr, ...range });

describe("explainEmpty", () => {
  it.each([
    ["celery_workers", "not_empty", /has data/],
    ["celery_worker", "metric_unknown", /No series named `celery_worker` .*Did you mean `celery_workers`\?/],
    ["sum(rate(celery_wrkers[5m]))", "metric_unknown", /celery_workers/],
    ["only_b", "metric_unknown", /No series named `only_b` among the series with tenant_id="a"\.$/],
    ['ALERTS{alertname="Down"}', "no_samples_in_range", /No alert is pending or firing/],
    ['celery_workers{queu="high"}', "label_unknown", /has a label `queu`\. Did you mean `queue`\?/],
    ['celery_workers{queue="hihg"}', "value_unknown", /Values of queue: "high", "low"\./],
    ['celery_workers{queue=~"x.*"}', "value_unknown", /Values of queue: "high", "low"/],
    [
      'celery_workers{queue="high",job="other"}',
      "no_such_combination",
      /all at once\. With the others, queue is "low"/,
    ],
    ["old_total", "no_samples_in_range", /no samples in this time range\. The last one came at 20/],
    ["dead_total", "target_down", /job="down", instance="d:1" is down/],
    ['celery_workers{tenant_id="b"}', "tenant_matcher", /limited to tenant_id="a"/],
    [
      "celery_workers > 100",
      "comparison_filter",
      /No value of `celery_workers` passes `> 100`\. It is always 3\./,
    ],
    [
      "rate(celery_workers[30s])",
      "rate_window",
      /two samples in its window of 30s, but a sample comes only every 1m\. Use 4m/,
    ],
    [
      'celery_workers{queue="high"} / celery_workers{queue="low"}',
      "no_match",
      /Both sides of `\/` have data/,
    ],
    ["celery_workers{", "bad_data", /parse error/],
    [
      "celery_workers offset 1d",
      "no_samples_in_range",
      /none where `offset 1d` looks\. Its first sample came at 20/,
    ],
    ["nothing or celery_workers > 9", "metric_unknown", /`nothing`/],
    ["celery_workers > 9 or nothing", "comparison_filter", /passes `> 9`/],
  ])("%s: %s", async (expr, reason, message) => {
    const found = await explain(expr);
    expect(found.message).toMatch(message);
    expect(found.reason).toBe(reason);
    expect(JSON.stringify(found)).not.toContain("127.0.0.1");
  });

  it("shows the tree with what each node has, and where it gets lost", async () => {
    const { tree } = await explain("sum by (queue) (celery_workers > 100) * 2");
    expect(tree).toEqual([
      {
        id: 0,
        text: "sum by (queue) (celery_workers > 100) * 2",
        word: "*",
        depth: 0,
        series: 0,
        culprit: false,
      },
      {
        id: 1,
        text: "sum by (queue) (celery_workers > 100)",
        word: "sum",
        depth: 1,
        series: 0,
        culprit: false,
      },
      { id: 2, text: "celery_workers > 100", word: ">", depth: 2, series: 0, culprit: true },
      { id: 3, text: "celery_workers", word: "", depth: 3, series: 2, culprit: false },
    ]);
  });

  it("counts what it can where Prometheus cannot run a part, and names series of several metrics", async () => {
    const named = await explain('last_over_time({__name__=~"celery.*|old_.*"}[5m]) > 9');
    expect(named.reason).toBe("comparison_filter");
    const broken = await explain("celery_workers / on () celery_workers");
    expect(broken).toMatchObject({ reason: "no_match", message: expect.stringContaining("group_left") });
  });

  it("takes the longest expressions that can be asked", async () => {
    const long = await explain(Array.from({ length: 30 }, (_, index) => `missing_${index}`).join(" or "));
    expect(long.reason).toBe("metric_unknown");
    const filters = Array.from({ length: 200 }, (_, index) => `l${index}!="x"`).join(",");
    expect((await explain(`celery_workers{${filters}} > 5`)).reason).toBe("comparison_filter");
  });

  it("offers what mends it", async () => {
    expect((await explain("celery_worker")).fix).toEqual({
      kind: "replace",
      from: "celery_worker",
      to: "celery_workers",
    });
    expect((await explain("rate(celery_workers[30s])")).fix).toEqual({
      kind: "replace",
      from: "[30s]",
      to: "[4m]",
    });
    const { fix } = await explain("old_total");
    expect(fix).toMatchObject({ kind: "time_range" });
    const seen = fix?.kind === "time_range" ? fix : { fromMs: 0, toMs: 0 };
    expect(seen.fromMs / 1_000).toBeLessThan(endedAt);
    expect(seen.toMs / 1_000).toBeGreaterThan(endedAt);
  });

  it("names the datasource that has the metric, and one whose matchers fit nothing", async () => {
    expect(await explain("celery_workers", "second")).toMatchObject({
      reason: "tenant_matcher",
      message:
        'No series carries job="nowhere", which the datasource is limited to. An administrator can check its matchers.',
    });
    await createTestDatasource(a.admin, {
      uid: "narrow",
      url: prometheus.url,
      matchers: { job: "down" },
      isDefault: false,
    });
    expect((await explain("celery_workers", "narrow")).message).toMatch(
      /The datasource "prometheus" has it\./,
    );
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

  it("tells admins the right URL, and others that there is one", async () => {
    const told = await explain("up", "path", a.admin);
    expect(told).toMatchObject({
      reason: "not_prometheus",
      message: expect.stringContaining("A Prometheus answers at the same address without the path."),
      fix: { kind: "datasource_url", url: prometheus.url },
    });
    expect(await explain("up", "path")).toMatchObject({ message: told.message, fix: null });
  });

  it("is for members who may query, and for the tenant's own datasources", async () => {
    await expect(explain("up", "nothing")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explainEmpty(a.editor, "prometheus", { expr: "" })).rejects.toThrow();
  });
});
