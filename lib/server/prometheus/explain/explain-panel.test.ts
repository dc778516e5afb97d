import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { withPlatform } from "@/lib/server/db";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { explainPanel } from "./explain-panel";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const nowSeconds = Math.floor(Date.now() / 1_000);
const range = { fromMs: (nowSeconds - 1_800) * 1_000, toMs: nowSeconds * 1_000 };
const targets: Record<number, object[]> = {
  1: [
    { refId: "A", expr: 'celery_worker{queue="$queue"}' },
    { refId: "B", expr: "celery_workers > 9", instant: true },
  ],
  2: [{ refId: "A", expr: 'celery_workers{queue="$queue"}' }],
  3: [{ refId: "A", expr: "rate(celery_workers[$__interval])" }],
  4: [{ refId: "A", expr: 'celery_workers{queue="$nowhere"}' }],
  5: [{ refId: "A", expr: "x", datasource: { type: "loki", uid: "logs" } }],
  6: [{ refId: "A", expr: "celery_worker / celery_worker" }],
  7: [{ refId: "A", expr: "celery_workers", datasource: { type: "prometheus", uid: "elsewhere" } }],
};

let prometheus: TestPrometheus;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  prometheus = await startTestPrometheus({
    startSeconds: nowSeconds - 3_600,
    endSeconds: nowSeconds,
    stepSeconds: 60,
    series: [
      { series: 'celery_workers{queue="high"}', valueAt: () => 3 },
      ...Array.from({ length: 60 }, (_, i) => ({ series: `many{i="${i}"}`, valueAt: () => 1 })),
    ],
  });
  [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  await createTestDatasource(a.admin, { url: prometheus.url });
  const panels = Object.entries(targets).map(([id, asked]) => ({
    id: Number(id),
    type: "timeseries",
    targets: asked,
  }));
  const templating = {
    list: [
      { name: "queue", type: "custom", query: "high,low", current: { value: "high" } },
      { name: "filters", type: "adhoc" },
    ],
  };
  await createDashboard(a.editor, { document: { uid: "d", title: "D", panels, templating } });
}, 60_000);
afterAll(() => prometheus.stop());

function explain(panelId: number, more: object = {}, ctx = a.viewer) {
  const panels = [{ panelId, maxDataPoints: 400, ...("panel" in more ? { panel: more.panel } : {}) }];
  return explainPanel(ctx, { dashboardUid: "d", ...range, variables: {}, ...more, panels });
}

describe("explainPanel", () => {
  it("explains a stored panel to a viewer, its variables filled in", async () => {
    expect(await explain(1)).toMatchObject({ reason: "metric_unknown", fix: null });
    expect(await explain(1, {}, a.editor)).toMatchObject({
      fix: { kind: "replace", from: "celery_worker", to: "celery_workers" },
      tree: [{ text: 'celery_worker{queue="high"}' }],
    });
  });

  it("explains an instant query by its letter", async () => {
    expect(await explain(1, { refId: "B" })).toMatchObject({ reason: "comparison_filter" });
  });

  it("says which variable the value came from, and offers no change of the query for it", async () => {
    const found = await explain(2, { variables: { queue: "low" } });
    expect(found).toMatchObject({ reason: "value_unknown", fix: null });
    expect(found.message).toMatch(
      /has queue="low"\. It is the value of the variable \$queue\. Values of queue: "high"/,
    );
    expect(await explain(2, { variables: { queue: "" } }, a.editor)).toMatchObject({
      reason: "variable_unset",
      message: 'The variable $queue has no value, so that queue="" finds nothing. Choose a value for it.',
    });
  });

  it("mends what stands in the query as written, and only where it stands once", async () => {
    expect(await explain(3, {}, a.editor)).toMatchObject({
      reason: "rate_window",
      fix: { kind: "replace", from: "[$__interval]", to: "[4m]" },
    });
    expect((await explain(6, {}, a.editor)).fix).toBeNull();
  });

  it("knows a variable that no dashboard has, and a foreign datasource", async () => {
    expect(await explain(4)).toMatchObject({
      reason: "variable_unset",
      message: expect.stringContaining("$nowhere"),
    });
    expect(await explain(5)).toMatchObject({
      reason: "datasource_unknown",
      message: expect.stringContaining("type loki"),
    });
  });

  it("takes ad hoc filters for part of the query, and tells which datasource was asked instead", async () => {
    const found = await explain(7, { variables: { filters: ["queue|=|none"] } }, a.editor);
    expect(found).toMatchObject({
      reason: "value_unknown",
      message: expect.stringContaining('queue="none"'),
      hints: ['There is no datasource "elsewhere" here; "prometheus" was asked instead.'],
    });
  });

  it("says how many series are too many, and at which node", async () => {
    const panel = { type: "timeseries", targets: [{ refId: "A", expr: "many * 2" }] };
    const limited = await createTestTenant("C");
    await createTestDatasource(limited.admin, { url: prometheus.url });
    const set = (limit: number) =>
      withPlatform((tx) => {
        const key = { tenantId: limited.tenant.id, key: "seriesPerQuery" };
        return tx.quota.upsert({
          where: { tenantId_key: key },
          create: { ...key, limit },
          update: { limit },
        });
      });
    const ask = () =>
      explainPanel(limited.editor, {
        ...range,
        variables: {},
        panels: [{ panelId: 1, maxDataPoints: 400, panel }],
      });
    await set(50);
    expect(await ask()).toMatchObject({
      reason: "limit",
      message: expect.stringMatching(/gives 60 series; this tenant may have 50 .* sum by/),
      tree: [{ series: 60, culprit: true }, { series: 60 }],
    });
    await set(60);
    expect((await ask()).reason).toBe("not_empty");
  });

  it("refuses drafts of viewers, and what the tenant does not have", async () => {
    const panel = { type: "timeseries", targets: [{ refId: "A", expr: "celery_worker" }] };
    await expect(explain(1, { panel })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await explain(1, { panel }, a.editor)).toMatchObject({ reason: "metric_unknown" });
    await expect(explain(99)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explain(1, {}, b.admin)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
