import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { withTenant } from "@/lib/server/db";
import { type PublishStand, startPublishStand } from "@/lib/server/testing/publish-stand";
import { checkDrift } from "./drift/check-drift";
import { detachPublication } from "./drift/detach-publication";
import { listPublications } from "./drift/list-publications";
import { pullDashboard } from "./drift/pull-dashboard";
import { listHistory } from "./history/list-history";
import { createPlan } from "./plan/create-plan";
import { createTarget } from "./targets/create-target";
import { listTargets } from "./targets/list-targets";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

let stand: PublishStand;
afterEach(() => stand.close());

describe("what was published", () => {
  beforeEach(async () => {
    stand = await startPublishStand();
  });

  it("shows drift and overrules it only when told", async () => {
    await stand.create("one");
    await stand.publish("one");
    expect(await checkDrift(stand.a.publisher)).toMatchObject([{ drift: { state: "in-sync" } }]);
    await stand.editInGrafana("one", { title: "Dashboard one", tags: ["theirs"] });
    expect(await checkDrift(stand.a.publisher)).toMatchObject([
      { drift: { state: "changed", diff: { settings: [{ path: "tags", after: "theirs" }] } } },
    ]);
    const planned = await stand.plan("one");
    expect(planned.items).toMatchObject([{ action: "drifted", resolvable: true }]);
    expect((await stand.apply(planned.id)).result?.items).toMatchObject([{ state: "skipped" }]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { tags: ["theirs"], version: 2 } });
    expect((await stand.apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "written" },
    ]);
    expect((await stand.remote("one")).dashboard).not.toHaveProperty("tags");
    expect(await checkDrift(stand.a.publisher)).toMatchObject([{ drift: { state: "in-sync" } }]);
  });

  it("sees what was deleted there, and makes it again when told", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.inGrafana("/api/dashboards/uid/one", "DELETE");
    expect(await checkDrift(stand.a.publisher)).toMatchObject([{ drift: { state: "deleted" } }]);
    const planned = await stand.plan("one");
    expect(planned.items).toMatchObject([{ action: "drifted" }]);
    expect((await stand.apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "written" },
    ]);
  });

  it("pulls what was changed there into a new version here", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.change("one", 1, { tags: ["ours"] });
    await stand.editInGrafana("one", { title: "Renamed there" });
    const pulled = await pullDashboard(stand.a.publisher, { target: stand.target, dashboard: "one" });
    expect(pulled).toMatchObject({ state: "pulled", version: 3, diff: { settings: [{ path: "title" }] } });
    const { document: merged } = await getDashboard(stand.a.viewer, "one");
    expect(merged).toEqual({ ...stand.document("one"), title: "Renamed there", tags: ["ours"] });
    expect((await stand.plan("one")).items).toMatchObject([
      { action: "update", diff: { settings: [{ path: "tags" }] } },
    ]);
    await stand.publish("one");
    expect(await pullDashboard(stand.a.publisher, { target: stand.target, dashboard: "one" })).toMatchObject({
      state: "nothing-new",
    });
  });

  it("asks before it decides what both sides changed", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.change("one", 1, { title: "Renamed here" });
    await stand.editInGrafana("one", { title: "Renamed there" });
    const asked = await pullDashboard(stand.a.publisher, { target: stand.target, dashboard: "one" });
    expect(asked).toMatchObject({
      state: "conflicts",
      version: 2,
      conflicts: [{ path: "title", here: "Renamed here", grafana: "Renamed there" }],
    });
    expect((await getDashboard(stand.a.viewer, "one")).version).toBe(2);
    await pullDashboard(stand.a.publisher, { target: stand.target, dashboard: "one", prefer: "grafana" });
    expect((await getDashboard(stand.a.viewer, "one")).title).toBe("Renamed there");
  });

  it("leaves a detached dashboard alone", async () => {
    await stand.create("one");
    await stand.publish("one");
    const key = { target: stand.target, dashboard: "one" };
    await expect(detachPublication(stand.a.editor, key)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await detachPublication(stand.a.publisher, key);
    expect(await listPublications(stand.a.publisher)).toEqual([]);
    const told = await withTenant(stand.a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "dashboard.detach" } }),
    );
    expect(told).toMatchObject([{ subjectId: "one", details: { target: stand.target } }]);
    await stand.change("one", 1, { tags: ["x"] });
    expect((await stand.plan("one")).items).toMatchObject([{ action: "conflict", resolvable: true }]);
  });

  it("takes no dashboard of others, by uid or by title", async () => {
    await stand.create("one");
    await stand.create("two");
    await stand.inGrafana("/api/dashboards/db", "POST", { dashboard: { uid: "one", title: "Theirs" } });
    await stand.inGrafana("/api/folders", "POST", { title: "Dashboard TWO" });
    const planned = await stand.plan("one", "two");
    expect(planned.items).toMatchObject([
      { uid: "one", action: "conflict", resolvable: true },
      { uid: "two", action: "conflict", resolvable: false },
    ]);
    const { result } = await stand.apply(planned.id, { one: "skip", two: "overwrite" });
    expect(result?.items.map(({ state }) => state)).toEqual(["skipped", "skipped"]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { title: "Theirs" } });
  });

  it("records as its own what stands there as it would be pushed", async () => {
    await stand.create("one");
    const planned = await stand.plan("one");
    await stand.apply(planned.id);
    await withTenant(stand.a.tenant.id, (tx) =>
      tx.publication.deleteMany({ where: { tenantId: stand.a.tenant.id } }),
    );
    const again = await stand.plan("one");
    expect(again.items).toMatchObject([{ action: "no-change", adopts: true }]);
    const writes = stand.grafana.writes();
    await stand.apply(again.id);
    expect(stand.grafana.writes()).toBe(writes);
    expect((await stand.plan("one")).items).toMatchObject([{ action: "no-change", adopts: false }]);
  });

  it("never writes over a provisioned dashboard", async () => {
    await stand.create("one");
    stand.grafana.provision({ path: "one.json", dashboard: { uid: "one", title: "From a file" } });
    const planned = await stand.plan("one");
    expect(planned.items).toMatchObject([{ action: "refused", reason: expect.stringContaining("one.json") }]);
    expect((await stand.apply(planned.id, { one: "overwrite" })).result?.items).toMatchObject([
      { state: "skipped" },
    ]);
    expect(await stand.remote("one")).toMatchObject({ dashboard: { title: "From a file", version: 1 } });
  });

  it("survives a Grafana that stumbles", async () => {
    for (const uid of ["one", "two"]) await stand.create(uid);
    const planned = await stand.plan("one", "two");
    stand.grafana.failNext(429, 503, 502);
    const { result } = await stand.apply(planned.id);
    expect(result?.items.map(({ state }) => state)).toEqual(["written", "written"]);
  });

  it("says of every dashboard that Grafana cannot be reached, and goes on from there later", async () => {
    await stand.create("one");
    const planned = await stand.plan("one");
    const unavailable = Array.from({ length: 4 }, () => 503);
    stand.grafana.failNext(...unavailable);
    expect((await stand.apply(planned.id)).result?.items).toMatchObject([
      { state: "failed", message: expect.stringContaining("503") },
    ]);
    expect((await stand.apply(planned.id)).result?.items).toMatchObject([{ state: "written" }]);
  });

  it("asks at most two times a dashboard when nothing has changed, and writes nothing", async () => {
    const uids = Array.from({ length: 20 }, (_, index) => `many-${index}`);
    for (const uid of uids) await stand.create(uid);
    await stand.publish(...uids);
    const before = { requests: stand.grafana.requests(), writes: stand.grafana.writes() };
    expect(new Set(await stand.actions(...uids))).toEqual(new Set(["no-change"]));
    expect(stand.grafana.requests() - before.requests).toBeLessThanOrEqual(uids.length * 2);
    expect(stand.grafana.writes()).toBe(before.writes);
  });

  it("keeps a history with who, when and where", async () => {
    await stand.create("one");
    await stand.publish("one");
    await stand.publish("one");
    const { items, nextCursor } = await listHistory(stand.a.publisher, { limit: "1" });
    expect(items).toMatchObject([
      { uid: "one", state: "unchanged", by: "publisher of A", target: { name: "Main" } },
    ]);
    const rest = await listHistory(stand.a.publisher, { cursor: nextCursor });
    expect(rest).toMatchObject({ items: [{ state: "written", grafanaVersion: 1 }], nextCursor: null });
    const audit = await withTenant(stand.a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "dashboard.publish" } }),
    );
    expect(audit).toHaveLength(2);
    const applied = await withTenant(stand.a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "publish.apply" }, orderBy: { at: "asc" } }),
    );
    expect(applied).toMatchObject([
      { subjectType: "publish-plan", details: { written: 1, unchanged: 0, skipped: 0, failed: 0 } },
      { actorId: stand.a.publisher.actor.id, details: { written: 0, unchanged: 1 } },
    ]);
  });

  it("tells of one dashboard or one target alone where that is asked", async () => {
    const { a, target, grafana } = stand;
    for (const uid of ["one", "two"]) await stand.create(uid);
    await stand.publish("one", "two");
    const other = await createTarget(a.admin, {
      name: "Other",
      url: grafana.url,
      token: grafana.tokens.editor,
    });
    const asked = async (filter: object) => [
      (await listPublications(a.publisher, filter)).map(({ uid }) => uid).sort(),
      (await listHistory(a.publisher, filter)).items.map(({ uid }) => uid).sort(),
    ];
    for (const filter of [{}, { target }])
      expect(await asked(filter)).toEqual([
        ["one", "two"],
        ["one", "two"],
      ]);
    expect(await asked({ dashboard: "two" })).toEqual([["two"], ["two"]]);
    expect(await asked({ target: other.id })).toEqual([[], []]);
    const planned = await createPlan(a.publisher, { target: other.id, dashboards: ["one"] });
    expect(planned.items).toMatchObject([
      { action: "conflict", reason: expect.stringContaining("not published from here") },
    ]);
    await createTarget(a.admin, { name: "Third", url: grafana.url, token: grafana.tokens.editor });
    expect(
      (await listTargets(a.publisher)).map(({ name, grafanaVersion }) => [name, grafanaVersion]),
    ).toEqual([
      ["Main", "7.5.5"],
      ["Other", "7.5.5"],
      ["Third", null],
    ]);
    await stand.plan("one");
    expect((await listTargets(a.publisher)).at(-1)?.grafanaVersion).toBeNull();
  });
});
