import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import type { StandInOptions } from "@/e2e/grafana-stand-in/types";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus } from "@/lib/server/testing/prometheus";
import type { JsonObject } from "@/lib/shared/json";
import { applyPlan } from "./apply/apply-plan";
import { checkDrift } from "./drift/check-drift";
import { detachPublication } from "./drift/detach-publication";
import { listPublications } from "./drift/list-publications";
import { pullDashboard } from "./drift/pull-dashboard";
import { listHistory } from "./history/list-history";
import { createPlan } from "./plan/create-plan";
import { getPlan, getProgress } from "./plan/get-plan";
import { createTarget } from "./targets/create-target";
import { updateTarget } from "./targets/update-target";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

let grafana: GrafanaStandIn;
let a: TestTenant;
let target: string;

const prometheus = { uid: "prom", name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true };

async function start(options: StandInOptions = {}, more: JsonObject = {}) {
  grafana = await startGrafanaStandIn({ datasources: [prometheus], ...options });
  a = await createTestTenant("A");
  const input = { name: "Main", url: grafana.url, token: grafana.tokens.editor, folder: "Team", ...more };
  target = (await createTarget(a.admin, input)).id;
}

const document = (uid: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Dashboard ${uid}`,
  schemaVersion: 39,
  panels: [{ id: 1, type: "timeseries", title: "Up", targets: [{ refId: "A", expr: "up" }] }],
  ...more,
});

const create = (uid: string, more: JsonObject = {}) =>
  createDashboard(a.editor, { document: document(uid, more) });
const change = (uid: string, version: number, more: JsonObject) =>
  saveDashboard(a.editor, uid, { document: document(uid, more), version });
const plan = (...dashboards: string[]) => createPlan(a.publisher, { target, dashboards });
const apply = (id: string, resolve = {}) => applyPlan(a.publisher, { plan: id, resolve });
async function publish(...uids: string[]) {
  return apply((await plan(...uids)).id);
}
const actions = async (...uids: string[]) => (await plan(...uids)).items.map(({ action }) => action);

/** As a person in Grafana. */
async function inGrafana(path: string, method = "GET", body?: unknown): Promise<JsonObject> {
  const answer = await fetch(grafana.url + path, {
    method,
    headers: { authorization: `Bearer ${grafana.tokens.admin}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (await answer.json()) as JsonObject;
}
const remote = async (uid: string) =>
  (await inGrafana(`/api/dashboards/uid/${uid}`)) as Record<string, JsonObject>;
async function editInGrafana(uid: string, more: JsonObject) {
  const { dashboard, meta } = await remote(uid);
  await inGrafana("/api/dashboards/db", "POST", {
    dashboard: { ...dashboard, ...more },
    folderId: meta?.folderId,
  });
}

afterEach(() => grafana.close());

describe("publishing", () => {
  beforeEach(() => start());

  it("plans without writing, and applies what was planned", async () => {
    await create("one");
    const planned = await plan("one");
    expect(await getProgress(a.publisher, planned.id)).toBeNull();
    expect(planned.items).toMatchObject([
      {
        uid: "one",
        action: "create",
        diff: { panels: [{ title: "Up", change: "added" }] },
        folder: { title: "Team", willBeMade: true },
      },
    ]);
    expect(grafana.writes()).toBe(0);
    const applied = await apply(planned.id);
    expect(applied.result).toMatchObject({
      state: "done",
      total: 1,
      finished: 1,
      items: [{ state: "written", grafanaVersion: 1 }],
    });
    expect(await getProgress(a.publisher, planned.id)).toEqual(applied.result);
    const there = await remote("one");
    expect(there).toMatchObject({
      meta: { folderTitle: "Team", version: 1 },
      dashboard: { title: "Dashboard one", panels: [{ datasource: "Prometheus" }] },
    });
    expect(applied.result?.items[0]?.url).toBe(`${grafana.url}/d/one/dashboard-one`);
    expect(await actions("one")).toEqual(["no-change"]);
  });

  it("updates in place with a diff by panel, and makes no second version of the same", async () => {
    await create("one");
    await publish("one");
    await change("one", 1, {
      panels: [{ id: 1, type: "timeseries", title: "Up", targets: [{ refId: "A", expr: "down" }] }],
    });
    const planned = await plan("one");
    expect(planned.items).toMatchObject([
      {
        action: "update",
        grafanaVersion: 1,
        diff: { panels: [{ fields: [{ path: "query A", before: "up", after: "down" }] }] },
      },
    ]);
    await apply(planned.id);
    const writes = grafana.writes();
    await apply(planned.id);
    await publish("one");
    expect(grafana.writes()).toBe(writes);
    expect(await remote("one")).toMatchObject({ dashboard: { version: 2 } });
  });

  it("is idempotent after a crash that lost the record", async () => {
    await create("one");
    const planned = await plan("one");
    await apply(planned.id);
    const tenantId = a.tenant.id;
    await withTenant(tenantId, async (tx) => {
      await tx.publication.deleteMany({ where: { tenantId } });
      const beatAt = new Date(0).toISOString();
      const items = [{ uid: "one", title: "x", state: "waiting", grafanaVersion: null, url: null }];
      const result = { state: "applying", total: 1, finished: 0, items, beatAt };
      await tx.publishPlan.update({ where: { tenantId_id: { tenantId, id: planned.id } }, data: { result } });
    });
    const again = await apply(planned.id);
    expect(again.result?.items).toMatchObject([{ state: "unchanged", grafanaVersion: 1 }]);
    expect(grafana.writes()).toBe(2); // folder and dashboard
    expect(await listPublications(a.publisher)).toMatchObject([{ uid: "one", grafanaVersion: 1 }]);
  });

  it("knows its own write again where Grafana reworked what was sent", async () => {
    await create("one", { refresh: "1s" });
    const planned = await plan("one");
    await apply(planned.id);
    expect(await actions("one")).toEqual(["no-change"]);
    const tenantId = a.tenant.id;
    await withTenant(tenantId, async (tx) => {
      await tx.publication.deleteMany({ where: { tenantId } });
      await tx.$executeRaw`UPDATE publish_plans SET result = NULL`;
    });
    expect((await apply(planned.id)).result?.items).toMatchObject([{ state: "written", grafanaVersion: 1 }]);
    expect(grafana.writes()).toBe(2);
  });

  it("goes on past one failure", async () => {
    for (const uid of ["one", "two", "three"]) await create(uid);
    const planned = await plan("one", "two", "three");
    const saved = document("two", { tags: ["made by a person meanwhile"] });
    await inGrafana("/api/dashboards/db", "POST", { dashboard: saved });
    const { result } = await apply(planned.id);
    const states = Object.fromEntries(result?.items.map(({ uid, state }) => [uid, state]) ?? []);
    expect(states).toEqual({ one: "written", two: "failed", three: "written" });
    expect(result?.items.find(({ uid }) => uid === "two")?.message).toMatch(/Make a new plan/);
    expect(await remote("two")).toMatchObject({
      dashboard: { version: 1, tags: ["made by a person meanwhile"] },
    });
  });

  it("does not write what has changed here or there since the plan", async () => {
    await create("one");
    await publish("one");
    await change("one", 1, { tags: ["reviewed"] });
    const planned = await plan("one");
    await change("one", 2, { tags: ["not reviewed"] });
    await apply(planned.id);
    expect(await remote("one")).toMatchObject({ dashboard: { tags: ["reviewed"] } });

    const second = await plan("one");
    await editInGrafana("one", { tags: ["by a person"] });
    expect((await apply(second.id)).result?.items).toMatchObject([{ state: "failed" }]);
    expect(await remote("one")).toMatchObject({ dashboard: { tags: ["by a person"] } });
  });

  it("shows drift and overrules it only when told", async () => {
    await create("one");
    await publish("one");
    expect(await checkDrift(a.publisher)).toMatchObject([{ drift: { state: "in-sync" } }]);
    await editInGrafana("one", { title: "Dashboard one", tags: ["theirs"] });
    expect(await checkDrift(a.publisher)).toMatchObject([
      { drift: { state: "changed", diff: { settings: [{ path: "tags", after: "theirs" }] } } },
    ]);
    const planned = await plan("one");
    expect(planned.items).toMatchObject([{ action: "drifted", resolvable: true }]);
    expect((await apply(planned.id)).result?.items).toMatchObject([{ state: "skipped" }]);
    expect(await remote("one")).toMatchObject({ dashboard: { tags: ["theirs"], version: 2 } });
    expect((await apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "written" },
    ]);
    expect((await remote("one")).dashboard).not.toHaveProperty("tags");
    expect(await checkDrift(a.publisher)).toMatchObject([{ drift: { state: "in-sync" } }]);
  });

  it("sees what was deleted there, and makes it again when told", async () => {
    await create("one");
    await publish("one");
    await inGrafana("/api/dashboards/uid/one", "DELETE");
    expect(await checkDrift(a.publisher)).toMatchObject([{ drift: { state: "deleted" } }]);
    const planned = await plan("one");
    expect(planned.items).toMatchObject([{ action: "drifted" }]);
    expect((await apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "written" },
    ]);
  });

  it("pulls what was changed there into a new version here", async () => {
    await create("one");
    await publish("one");
    await change("one", 1, { tags: ["ours"] });
    await editInGrafana("one", { title: "Renamed there" });
    const pulled = await pullDashboard(a.publisher, { target, dashboard: "one" });
    expect(pulled).toMatchObject({ state: "pulled", version: 3, diff: { settings: [{ path: "title" }] } });
    const { document: merged } = await getDashboard(a.viewer, "one");
    expect(merged).toEqual({ ...document("one"), title: "Renamed there", tags: ["ours"] });
    expect((await plan("one")).items).toMatchObject([
      { action: "update", diff: { settings: [{ path: "tags" }] } },
    ]);
    await publish("one");
    expect(await pullDashboard(a.publisher, { target, dashboard: "one" })).toMatchObject({
      state: "nothing-new",
    });
  });

  it("asks before it decides what both sides changed", async () => {
    await create("one");
    await publish("one");
    await change("one", 1, { title: "Renamed here" });
    await editInGrafana("one", { title: "Renamed there" });
    const asked = await pullDashboard(a.publisher, { target, dashboard: "one" });
    expect(asked).toMatchObject({
      state: "conflicts",
      version: 2,
      conflicts: [{ path: "title", here: "Renamed here", grafana: "Renamed there" }],
    });
    expect((await getDashboard(a.viewer, "one")).version).toBe(2);
    await pullDashboard(a.publisher, { target, dashboard: "one", prefer: "grafana" });
    expect((await getDashboard(a.viewer, "one")).title).toBe("Renamed there");
  });

  it("leaves a detached dashboard alone", async () => {
    await create("one");
    await publish("one");
    await detachPublication(a.publisher, { target, dashboard: "one" });
    expect(await listPublications(a.publisher)).toEqual([]);
    await change("one", 1, { tags: ["x"] });
    expect((await plan("one")).items).toMatchObject([{ action: "conflict", resolvable: true }]);
  });

  it("takes no dashboard of others, by uid or by title", async () => {
    await create("one");
    await create("two");
    await inGrafana("/api/dashboards/db", "POST", { dashboard: { uid: "one", title: "Theirs" } });
    await inGrafana("/api/folders", "POST", { title: "Dashboard TWO" });
    const planned = await plan("one", "two");
    expect(planned.items).toMatchObject([
      { uid: "one", action: "conflict", resolvable: true },
      { uid: "two", action: "conflict", resolvable: false },
    ]);
    const { result } = await apply(planned.id, { one: "skip", two: "overwrite" });
    expect(result?.items.map(({ state }) => state)).toEqual(["skipped", "skipped"]);
    expect(await remote("one")).toMatchObject({ dashboard: { title: "Theirs" } });
  });

  it("records as its own what stands there as it would be pushed", async () => {
    await create("one");
    const planned = await plan("one");
    await apply(planned.id);
    await withTenant(a.tenant.id, (tx) => tx.publication.deleteMany({ where: { tenantId: a.tenant.id } }));
    const again = await plan("one");
    expect(again.items).toMatchObject([{ action: "no-change", adopts: true }]);
    const writes = grafana.writes();
    await apply(again.id);
    expect(grafana.writes()).toBe(writes);
    expect((await plan("one")).items).toMatchObject([{ action: "no-change", adopts: false }]);
  });

  it("never writes over a provisioned dashboard", async () => {
    await create("one");
    grafana.provision({ path: "one.json", dashboard: { uid: "one", title: "From a file" } });
    const planned = await plan("one");
    expect(planned.items).toMatchObject([{ action: "refused", reason: expect.stringContaining("one.json") }]);
    expect((await apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "skipped" },
    ]);
    expect(await remote("one")).toMatchObject({ dashboard: { title: "From a file", version: 1 } });
  });

  it("survives a Grafana that stumbles", async () => {
    for (const uid of ["one", "two"]) await create(uid);
    const planned = await plan("one", "two");
    grafana.failNext(429, 503, 502);
    const { result } = await apply(planned.id);
    expect(result?.items.map(({ state }) => state)).toEqual(["written", "written"]);
  });

  it("says of every dashboard that Grafana cannot be reached, and goes on from there later", async () => {
    await create("one");
    const planned = await plan("one");
    const unavailable = Array.from({ length: 4 }, () => 503);
    grafana.failNext(...unavailable);
    expect((await apply(planned.id)).result?.items).toMatchObject([
      { state: "failed", message: expect.stringContaining("503") },
    ]);
    expect((await apply(planned.id)).result?.items).toMatchObject([{ state: "written" }]);
  });

  it("asks at most two times a dashboard when nothing has changed, and writes nothing", async () => {
    const uids = Array.from({ length: 20 }, (_, index) => `many-${index}`);
    for (const uid of uids) await create(uid);
    await publish(...uids);
    const before = { requests: grafana.requests(), writes: grafana.writes() };
    expect(new Set(await actions(...uids))).toEqual(new Set(["no-change"]));
    expect(grafana.requests() - before.requests).toBeLessThanOrEqual(uids.length * 2);
    expect(grafana.writes()).toBe(before.writes);
  });

  it("keeps a history with who, when and where", async () => {
    await create("one");
    await publish("one");
    await publish("one");
    const { items, nextCursor } = await listHistory(a.publisher, { limit: "1" });
    expect(items).toMatchObject([
      { uid: "one", state: "unchanged", by: "publisher of A", target: { name: "Main" } },
    ]);
    const rest = await listHistory(a.publisher, { cursor: nextCursor });
    expect(rest).toMatchObject({ items: [{ state: "written", grafanaVersion: 1 }], nextCursor: null });
    const audit = await withTenant(a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "dashboard.publish" } }),
    );
    expect(audit).toHaveLength(2);
  });
});

describe("who may publish what", () => {
  beforeEach(() => start());

  it("refuses viewers and editors", async () => {
    await create("one");
    const { id } = await plan("one");
    for (const who of [a.viewer, a.editor]) {
      await expect(createPlan(who, { target, dashboards: ["one"] })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(applyPlan(who, { plan: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getPlan(who, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listHistory(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(pullDashboard(who, { target, dashboard: "one" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(checkDrift(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(grafana.writes()).toBe(0);
  });

  it("finds nothing of another tenant", async () => {
    const b = await createTestTenant("B");
    await create("one");
    const { id } = await plan("one");
    await apply(id);
    await createDashboard(b.editor, { document: document("theirs") });
    const attempts = [
      () => createPlan(b.publisher, { target, dashboards: ["theirs"] }),
      () => createPlan(a.publisher, { target, dashboards: ["theirs"] }),
      () => applyPlan(b.publisher, { plan: id }),
      () => getPlan(b.publisher, id),
      () => pullDashboard(b.publisher, { target, dashboard: "one" }),
      () => detachPublication(b.publisher, { target, dashboard: "one" }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listPublications(b.publisher)).toEqual([]);
    expect((await listHistory(b.publisher)).items).toEqual([]);
  });

  it("refuses a weak token for all, and an unmapped datasource", async () => {
    await create("one");
    await create("two", {
      panels: [{ id: 1, datasource: { type: "prometheus", uid: "elsewhere" }, targets: [{}] }],
    });
    expect((await plan("two")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("elsewhere") },
    ]);
    await updateTarget(a.admin, target, { token: grafana.tokens.viewer });
    expect((await plan("one")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("Editor") },
    ]);
  });

  it("lets one apply of a plan run at a time", async () => {
    await create("one");
    const { id } = await plan("one");
    const outcomes = await Promise.allSettled([apply(id), apply(id), apply(id)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(await remote("one")).toMatchObject({ dashboard: { version: 1 } });
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
    await start({ datasources: [{ ...prometheus, url: upstream.url }] });
    await withTenant(a.tenant.id, (tx) =>
      tx.datasource.create({
        data: {
          tenantId: a.tenant.id,
          uid: "main",
          name: "Main",
          url: "http://x",
          matchers,
          isDefault: true,
        },
      }),
    );
    await create("one");
    const planned = await plan("one");
    expect(planned.items).toMatchObject([{ action: expected }]);
    await upstream.stop();
  });

  it("refuses when that cannot be found out", async () => {
    await start();
    await withTenant(a.tenant.id, (tx) =>
      tx.datasource.create({
        data: { tenantId: a.tenant.id, uid: "main", name: "Main", url: "http://x", matchers },
      }),
    );
    await create("one");
    expect((await plan("one")).items).toMatchObject([
      { action: "refused", reason: expect.stringContaining("could not be checked") },
    ]);
  });
});
