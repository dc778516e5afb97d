import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import type { JsonObject } from "@/lib/shared/json";
import { lintDraft } from "./lint-draft";
import { lintStoredDashboard } from "./lint-stored-dashboard";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const nowSeconds = Math.floor(Date.now() / 1_000);
let prometheus: TestPrometheus;
let a: TestTenant;
let b: TestTenant;

const documentOf = (uid: string, expr: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Title of ${uid}`,
  tags: ["x"],
  panels: [{ id: 7, type: "timeseries", title: "P", targets: [{ refId: "A", expr }] }],
  ...more,
});

beforeAll(async () => {
  const series = [
    ...Array.from({ length: 1_200 }, (_, i) => ({
      series: `wide_gauge{tenant_id="a",id="${i}"}`,
      valueAt: () => 1,
    })),
    { series: 'requests_total{tenant_id="a"}', valueAt: (at: number) => at },
    { series: 'only_b_total{tenant_id="b"}', valueAt: (at: number) => at },
  ];
  prometheus = await startTestPrometheus({
    startSeconds: nowSeconds - 240,
    endSeconds: nowSeconds,
    stepSeconds: 60,
    series,
  });
  [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  const url = prometheus.url;
  await createTestDatasource(a.admin, { url, matchers: { tenant_id: "a" } });
  await createTestDatasource(a.admin, { uid: "gone", url: "http://127.0.0.1:1", isDefault: false });
  await createDashboard(a.editor, { document: documentOf("web", "rate(request_total[$__rate_interval])") });
}, 60_000);
afterAll(() => prometheus.stop());

const rulesOf = ({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule);

describe("linting on the server", () => {
  it("knows the metrics of the tenant's datasource, and none of another tenant's", async () => {
    const { findings } = await lintStoredDashboard(a.viewer, "web");
    expect(findings.find(({ rule }) => rule === "metric-unknown")).toMatchObject({
      message: "The datasource has no metric request_total. The nearest is requests_total.",
      place: { panelId: 7, refId: "A" },
    });
    const foreign = await lintDraft(a.editor, "web", {
      document: documentOf("web", "rate(only_b_total[$__rate_interval])"),
    });
    expect(rulesOf(foreign)).toContain("metric-unknown");
    const own = await lintDraft(a.editor, "web", {
      document: documentOf("web", "rate(requests_total[$__rate_interval])"),
    });
    expect(rulesOf(own)).not.toContain("metric-unknown");
  });

  it("counts series when asked to", async () => {
    const document = documentOf("web", "wide_gauge");
    expect(rulesOf(await lintDraft(a.editor, "web", { document }))).not.toContain("high-cardinality");
    const counted = await lintDraft(a.editor, "web", { document, cardinality: true });
    expect(counted.findings.find(({ rule }) => rule === "high-cardinality")?.message).toContain(
      "1,200 series",
    );
  });

  it("checks the document all the same when a datasource does not answer, and names it", async () => {
    const panels = [{ id: 1, type: "stat", title: "S", datasource: "gone", targets: [{ expr: "sum(" }] }];
    const answer = await lintDraft(a.editor, "web", { document: documentOf("web", "up", { panels }) });
    expect(rulesOf(answer)).toContain("target-promql");
    expect(answer.unreachable).toEqual(["gone"]);
  });

  it("tells another dashboard of the same title", async () => {
    const document = documentOf("draft", "up", { title: "Title of web" });
    await createDashboard(a.editor, { document: documentOf("draft", "up") });
    expect(rulesOf(await lintDraft(a.editor, "draft", { document }))).toContain("dashboard-unique");
  });

  it("is closed to viewers for drafts and to other tenants", async () => {
    const document = documentOf("web", "up");
    await expect(lintDraft(a.viewer, "web", { document })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(lintStoredDashboard(b.admin, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(lintDraft(b.admin, "web", { document })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
