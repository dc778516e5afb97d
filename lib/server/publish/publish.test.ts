import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withTenant } from "@/lib/server/db";
import { type PublishStand, startPublishStand } from "@/lib/server/testing/publish-stand";
import { listPublications } from "./drift/list-publications";
import { getProgress } from "./plan/get-plan";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

let stand: PublishStand;
afterEach(() => stand.close());

describe("publishing", () => {
  beforeEach(async () => {
    stand = await startPublishStand();
  });

  it("plans without writing, and applies what was planned", async () => {
    await stand.create("one");
    const planned = await stand.plan("one");
    expect(await getProgress(stand.a.publisher, planned.id)).toBeNull();
    expect(planned.items).toMatchObject([
      {
        uid: "one",
        action: "create",
        diff: { panels: [{ title: "Up", change: "added" }] },
        folder: { title: "Team", willBeMade: true },
      },
    ]);
    expect(stand.grafana.writes()).toBe(0);
    const applied = await stand.apply(planned.id);
    expect(applied.result).toMatchObject({
      state: "done",
      total: 1,
      finished: 1,
      items: [{ state: "written", grafanaVersion: 1 }],
    });
    expect(await getProgress(stand.a.publisher, planned.id)).toEqual(applied.result);
    const there = await stand.remote("one");
    expect(there).toMatchObject({
      meta: { folderTitle: "Team", version: 1 },
      dashboard: { title: "Dashboard one", panels: [{ datasource: "Prometheus" }] },
    });
    expect(applied.result?.items[0]?.url).toBe(`${stand.grafana.url}/d/one/dashboard-one`);
    expect(await stand.actions("one")).toEqual(["no-change"]);
  });

  it("updates in place with a diff by panel, and makes no second version of the same", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.change("one", 1, {
      panels: [{ id: 1, type: "timeseries", title: "Up", targets: [{ refId: "A", expr: "down" }] }],
    });
    const planned = await stand.plan("one");
    expect(planned.items).toMatchObject([
      {
        action: "update",
        grafanaVersion: 1,
        diff: { panels: [{ fields: [{ path: "query A", before: "up", after: "down" }] }] },
      },
    ]);
    await stand.apply(planned.id);
    const writes = stand.grafana.writes();
    await stand.apply(planned.id);
    await stand.publish("one");
    expect(stand.grafana.writes()).toBe(writes);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { version: 2 } });
  });

  it("is idempotent after a crash that lost the record", async () => {
    await stand.create("one");
    const planned = await stand.plan("one");
    await stand.apply(planned.id);
    const tenantId = stand.a.tenant.id;
    await withTenant(tenantId, async (tx) => {
      await tx.publication.deleteMany({ where: { tenantId } });
      const beatAt = new Date(0).toISOString();
      const items = [{ uid: "one", title: "x", state: "waiting", grafanaVersion: null, url: null }];
      const result = { state: "applying", total: 1, finished: 0, items, beatAt };
      await tx.publishPlan.update({ where: { tenantId_id: { tenantId, id: planned.id } }, data: { result } });
    });
    const again = await stand.apply(planned.id);
    expect(again.result?.items).toMatchObject([{ state: "unchanged", grafanaVersion: 1 }]);
    expect(stand.grafana.writes()).toBe(2); // folder and dashboard
    expect(await listPublications(stand.a.publisher)).toMatchObject([{ uid: "one", grafanaVersion: 1 }]);
  });

  it("knows its own write again where Grafana reworked what was sent", async () => {
    await stand.create("one", { refresh: "1s" });
    const planned = await stand.plan("one");
    await stand.apply(planned.id);
    expect(await stand.actions("one")).toEqual(["no-change"]);
    const tenantId = stand.a.tenant.id;
    await withTenant(tenantId, async (tx) => {
      await tx.publication.deleteMany({ where: { tenantId } });
      await tx.$executeRaw`UPDATE publish_plans SET result = NULL`;
    });
    expect((await stand.apply(planned.id)).result?.items).toMatchObject([
      { state: "written", grafanaVersion: 1 },
    ]);
    expect(stand.grafana.writes()).toBe(2);
  });

  it("does not take one made anew under the same uid and version for the one it saw", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.change("one", 1, { tags: ["reviewed"] });
    const planned = await stand.plan("one");
    await stand.inGrafana("/api/dashboards/uid/one", "DELETE");
    const anew = stand.document("one", { tags: ["made anew"] });
    await stand.inGrafana("/api/dashboards/db", "POST", { dashboard: anew });
    const { result } = await stand.apply(planned.id);
    expect(result?.items).toMatchObject([{ state: "failed", message: expect.stringMatching(/new plan/) }]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { version: 1, tags: ["made anew"] } });
  });

  it("goes on past one failure", async () => {
    for (const uid of ["one", "two", "three"]) await stand.create(uid);
    const planned = await stand.plan("one", "two", "three");
    const saved = stand.document("two", { tags: ["made by a person meanwhile"] });
    await stand.inGrafana("/api/dashboards/db", "POST", { dashboard: saved });
    const { result } = await stand.apply(planned.id);
    const states = Object.fromEntries(result?.items.map(({ uid, state }) => [uid, state]) ?? []);
    expect(states).toEqual({ one: "written", two: "failed", three: "written" });
    expect(result?.items.find(({ uid }) => uid === "two")?.message).toMatch(/Make a new plan/);
    expect(await stand.remote("two")).toMatchObject({
      dashboard: { version: 1, tags: ["made by a person meanwhile"] },
    });
  });

  it("does not write what has changed here or there since the plan", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.change("one", 1, { tags: ["reviewed"] });
    const planned = await stand.plan("one");
    await stand.change("one", 2, { tags: ["not reviewed"] });
    await stand.apply(planned.id);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { tags: ["reviewed"] } });

    const second = await stand.plan("one");
    await stand.editInGrafana("one", { tags: ["by a person"] });
    expect((await stand.apply(second.id)).result?.items).toMatchObject([{ state: "failed" }]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { tags: ["by a person"] } });
  });
});

describe("a dashboard whose title another one has in Grafana", () => {
  it.each([
    ["7.5.5", "conflict"],
    ["11.2.0", "conflict"],
    ["11.3.0", "create"],
  ])("of release %s is planned as %s", async (version, action) => {
    stand = await startPublishStand({ version }, { folder: null });
    await stand.create("one");
    const other = stand.document("other", { title: "dashboard — ONE" });
    await stand.inGrafana("/api/dashboards/db", "POST", { dashboard: other });
    expect(await stand.actions("one")).toEqual([action]);
  });
});
