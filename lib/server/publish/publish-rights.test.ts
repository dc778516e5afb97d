import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus } from "@/lib/server/testing/prometheus";
import { grafanaPrometheus, type PublishStand, startPublishStand } from "@/lib/server/testing/publish-stand";
import { applyPlan } from "./apply/apply-plan";
import { checkDrift } from "./drift/check-drift";
import { detachPublication } from "./drift/detach-publication";
import { listPublications } from "./drift/list-publications";
import { pullDashboard } from "./drift/pull-dashboard";
import { listHistory } from "./history/list-history";
import { createPlan } from "./plan/create-plan";
import { getPlan } from "./plan/get-plan";
import { updateTarget } from "./targets/update-target";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

let stand: PublishStand;
afterEach(() => stand.close());

describe("who may publish what", () => {
  beforeEach(async () => {
    stand = await startPublishStand();
  });

  it("refuses viewers and editors", async () => {
    await stand.create("one");
    const { id } = await stand.plan("one");
    for (const who of [stand.a.viewer, stand.a.editor]) {
      await expect(createPlan(who, { target: stand.target, dashboards: ["one"] })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(applyPlan(who, { plan: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getPlan(who, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listHistory(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(pullDashboard(who, { target: stand.target, dashboard: "one" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(checkDrift(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listPublications(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(stand.grafana.writes()).toBe(0);
  });

  it("finds nothing of another tenant", async () => {
    const b = await createTestTenant("B");
    await stand.create("one");
    const { id } = await stand.plan("one");
    await stand.apply(id);
    await createDashboard(b.editor, { document: stand.document("theirs") });
    const attempts = [
      () => createPlan(b.publisher, { target: stand.target, dashboards: ["theirs"] }),
      () => createPlan(stand.a.publisher, { target: stand.target, dashboards: ["theirs"] }),
      () => applyPlan(b.publisher, { plan: id }),
      () => getPlan(b.publisher, id),
      () => pullDashboard(b.publisher, { target: stand.target, dashboard: "one" }),
      () => detachPublication(b.publisher, { target: stand.target, dashboard: "one" }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listPublications(b.publisher)).toEqual([]);
    expect((await listHistory(b.publisher)).items).toEqual([]);
  });

  it("refuses a weak token for all, and an unmapped datasource", async () => {
    await stand.create("one");
    await stand.create("two", {
      panels: [{ id: 1, datasource: { type: "prometheus", uid: "elsewhere" }, targets: [{}] }],
    });
    expect((await stand.plan("two")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("elsewhere") },
    ]);
    await updateTarget(stand.a.admin, stand.target, { token: stand.grafana.tokens.viewer });
    expect((await stand.plan("one")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("Editor") },
    ]);
  });

  it("lets one apply of a plan run at a time", async () => {
    await stand.create("one");
    const { id } = await stand.plan("one");
    const outcomes = await atOnce(
      "publish_plans",
      [1, 2, 3].map(() => () => stand.apply(id)),
    );
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.details.reason] : []));
    expect(refused).toEqual(["applying", "applying"]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { version: 1 } });
  });
});

describe("publishing for a tenant whose datasource is enforced", () => {
  const matchers = { tenant_id: "acme" };

  function prometheusOf(values: string[]) {
    const now = Math.floor(Date.now() / 1_000);
    return startTestPrometheus({
      startSeconds: now - 120,
      endSeconds: now,
      stepSeconds: 15,
      series: values.map((value) => ({
        series: value ? `up{job="api",tenant_id="${value}"}` : 'up{job="api"}',
        valueAt: () => 1,
      })),
    });
  }

  it.each([
    ["shows another tenant", ["acme", "globex"], "refused"],
    ["shows series without a tenant", ["acme", ""], "refused"],
    ["shows this tenant only", ["acme"], "create"],
  ])("looks whether Grafana's data source %s", async (_what, values, expected) => {
    const upstream = await prometheusOf(values);
    stand = await startPublishStand({ datasources: [{ ...grafanaPrometheus, url: upstream.url }] });
    await withTenant(stand.a.tenant.id, (tx) =>
      tx.datasource.create({
        data: {
          tenantId: stand.a.tenant.id,
          uid: "main",
          name: "Main",
          url: "http://x",
          matchers,
          isDefault: true,
        },
      }),
    );
    await stand.create("one");
    const planned = await stand.plan("one");
    expect(planned.items).toMatchObject([{ action: expected }]);
    await upstream.stop();
  });

  it("refuses when that cannot be found out", async () => {
    stand = await startPublishStand();
    await withTenant(stand.a.tenant.id, (tx) =>
      tx.datasource.create({
        data: { tenantId: stand.a.tenant.id, uid: "main", name: "Main", url: "http://x", matchers },
      }),
    );
    await stand.create("one");
    expect((await stand.plan("one")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("could not be checked") },
    ]);
  });
});
