import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { createTarget } from "./create-target";
import { deleteTarget } from "./delete-target";
import { getTarget, listTargets } from "./list-targets";
import { testNewTarget, testTarget } from "./test-target";
import { updateTarget } from "./update-target";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

describe("Grafana targets", () => {
  let grafana: GrafanaStandIn;
  let a: TestTenant;
  let b: TestTenant;
  let secret: string;

  beforeAll(async () => {
    const datasources = [{ uid: "prom", name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true }];
    grafana = await startGrafanaStandIn({ datasources });
    secret = grafana.tokens.editor;
    [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  });
  afterAll(() => grafana.close());

  const input = (name: string, more = {}) => ({ name, url: grafana.url, token: secret, ...more });

  it("are made by admins, read by publishers, and never show their secret", async () => {
    const target = await createTarget(
      a.admin,
      input("Main", { folder: "Team", datasources: { prometheus: "prom" } }),
    );
    expect(target).toMatchObject({
      name: "Main",
      authKind: "token",
      folder: "Team",
      datasources: { prometheus: "prom" },
    });
    const shown = [target, await getTarget(a.publisher, target.id), await listTargets(a.publisher)];
    expect(JSON.stringify(shown)).not.toContain(secret);
    const stored = await withTenant(a.tenant.id, (tx) =>
      tx.grafanaTarget.findFirst({ where: { id: target.id }, omit: { credentialsEncrypted: false } }),
    );
    expect(stored?.credentialsEncrypted).toMatch(/^v1\./);
    expect(JSON.stringify(stored)).not.toContain(secret);
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(events).toMatchObject([{ action: "grafana-target.create", actorId: a.admin.actor.id }]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it("hold the quota under two parallel calls", async () => {
    const c = await createTestTenant("C");
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: c.tenant.id, key: "grafanaTargets", limit: 1 } }),
    );
    const results = await atOnce(
      "grafana_targets",
      ["One", "Two"].map((name) => () => createTarget(c.admin, input(name))),
    );
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "QUOTA_EXCEEDED",
    ]);
  });

  it("refuse those who may not", async () => {
    const target = await createTarget(a.admin, input("Roles"));
    await expect(listTargets(a.editor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createTarget(a.publisher, input("x"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateTarget(a.publisher, target.id, { name: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(deleteTarget(a.publisher, target.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(testTarget(a.viewer, target.id, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(testTarget(a.publisher, target.id, { folder: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("are not found from another tenant", async () => {
    const { id } = await createTarget(a.admin, input("Foreign"));
    const attempts = [
      () => getTarget(b.admin, id),
      () => updateTarget(b.admin, id, { name: "taken" }),
      () => deleteTarget(b.admin, id),
      () => testTarget(b.admin, id, {}),
      () => getTarget(a.admin, "not-an-id"),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getTarget(a.admin, id)).name).toBe("Foreign");
    expect(await listTargets(b.admin)).toEqual([]);
  });

  it("refuse bad input, each with what to do", async () => {
    const bad = [
      { name: "x", url: grafana.url },
      { ...input("x"), basicAuth: { user: "u", password: "p" } },
      input("x", { url: "ftp://x" }),
      input("x", { url: "http://169.254.169.254/" }),
      input("x", { url: "http://localhost:3000" }),
      input("x", { url: "http://user:pass@127.0.0.1/" }),
      input("", {}),
      null,
    ];
    for (const attempt of bad) await expect(createTarget(a.admin, attempt)).rejects.toThrow();
    await createTarget(a.admin, input("Same"));
    await expect(createTarget(a.admin, input("Same"))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("test what is saved and remember it", async () => {
    const { id } = await createTarget(a.admin, input("Tested"));
    const test = await testTarget(a.publisher, id, {});
    expect(test).toMatchObject({ ok: true, version: "7.5.5", org: { id: 1 } });
    expect(await getTarget(a.admin, id)).toMatchObject({ grafanaVersion: "7.5.5", lastTest: { ok: true } });
  });

  it("say what a weak, wrong or absent credential lacks, without telling it", async () => {
    const weak = await testNewTarget(a.admin, { url: grafana.url, token: grafana.tokens.viewer });
    expect(weak.checks.find(({ state }) => state === "failed")).toMatchObject({ name: "dashboards" });
    const wrong = await testNewTarget(a.admin, { url: grafana.url, token: "not-this-one" });
    expect(wrong.checks.at(-1)).toMatchObject({ name: "credentials", state: "failed" });
    expect(JSON.stringify([weak, wrong])).not.toMatch(new RegExp(`not-this-one|${grafana.tokens.viewer}`));
    const basic = await testNewTarget(a.admin, {
      url: grafana.url,
      basicAuth: { user: "admin", password: "admin" },
    });
    expect(basic.ok).toBe(true);
    await expect(testNewTarget(a.admin, { url: grafana.url })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  it("never send a stored secret to another URL", async () => {
    const other = await startGrafanaStandIn();
    const { id } = await createTarget(a.admin, input("Bound"));
    const moved = { url: other.url };
    await expect(testTarget(a.admin, id, moved)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(updateTarget(a.admin, id, moved)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(other.requests()).toBe(0);
    const updated = await updateTarget(a.admin, id, { ...moved, token: other.tokens.editor });
    expect(updated).toMatchObject({ url: other.url, grafanaVersion: null });
    expect((await testTarget(a.admin, id, {})).checks[1]).toMatchObject({ state: "ok" });
    await other.close();
  });

  it("are deleted with a word in the log", async () => {
    const d = await createTestTenant("D");
    const { id } = await createTarget(d.admin, input("Gone"));
    await deleteTarget(d.admin, id);
    await expect(getTarget(d.admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const events = await withTenant(d.tenant.id, (tx) => tx.auditEvent.findMany({ orderBy: { at: "desc" } }));
    expect(events[0]).toMatchObject({
      action: "grafana-target.delete",
      subjectType: "grafana-target",
      subjectId: id,
      details: { name: "Gone", url: grafana.url },
    });
  });

  it("keep what a change does not name", async () => {
    const { id } = await createTarget(
      a.admin,
      input("Kept", { folder: "Team", datasources: { prometheus: "prom" } }),
    );
    await updateTarget(a.admin, id, { name: "Kept 2" });
    expect(await getTarget(a.admin, id)).toMatchObject({
      name: "Kept 2",
      folder: "Team",
      datasources: { prometheus: "prom" },
    });
    expect((await testTarget(a.admin, id, {})).ok).toBe(true);
    await updateTarget(a.admin, id, { folder: "" });
    expect((await getTarget(a.admin, id)).folder).toBeNull();
    await deleteTarget(a.admin, id);
    await expect(getTarget(a.admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
