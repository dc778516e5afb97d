import { beforeAll, describe, expect, it } from "vitest";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { changeDatasource } from "./change-datasource";
import { createDatasource } from "./create-datasource";
import { deleteDatasource } from "./delete-datasource";
import { getDatasourceWithSecrets } from "./find-datasource";
import { getDatasource } from "./get-datasource";
import { listDatasources } from "./list-datasources";

const url = "http://10.1.2.10:9090";
const prometheus = {
  uid: "prom",
  name: "Prometheus",
  url,
  matchers: { tenant_id: "a" },
  headers: { Authorization: "Bearer s3cret" },
};

beforeAll(() => {
  process.env.UPSTREAM_ALLOWLIST = "10.1.2.10,10.1.2.11";
});

describe("datasources", () => {
  it("keep their headers secret, and give them to the gateway alone", async () => {
    const a = await createTestTenant();
    const made = await createDatasource(a.admin, prometheus);
    expect(made).toMatchObject({
      uid: "prom",
      url,
      matchers: { tenant_id: "a" },
      hasHeaders: true,
      isDefault: true,
    });
    const shown = JSON.stringify([
      made,
      await listDatasources(a.viewer),
      await getDatasource(a.viewer, "prom"),
    ]);
    const stored = await withTenant(a.tenant.id, (tx) =>
      tx.datasource.findFirst({ omit: { headersEncrypted: false } }),
    );
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(shown + JSON.stringify([stored, events])).not.toContain("s3cret");
    expect((await getDatasourceWithSecrets(a.viewer, "prom")).headers).toEqual(prometheus.headers);
  });

  it("have headers that mean nothing in a row of another tenant or URL, also once they were read", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    for (const { admin } of [a, b]) await createDatasource(admin, prometheus);
    await getDatasourceWithSecrets(a.viewer, "prom");
    const omit = { headersEncrypted: false };
    const { headersEncrypted } = await withTenant(a.tenant.id, (tx) =>
      tx.datasource.findFirstOrThrow({ omit }),
    );
    await withTenant(b.tenant.id, (tx) => tx.datasource.updateMany({ data: { headersEncrypted } }));
    await expect(getDatasourceWithSecrets(b.viewer, "prom")).rejects.toThrow(/stored secret cannot be read/);
    await withTenant(a.tenant.id, (tx) =>
      tx.datasource.updateMany({ data: { url: "http://10.1.2.11:9090" } }),
    );
    await expect(getDatasourceWithSecrets(a.viewer, "prom")).rejects.toThrow(/stored secret cannot be read/);
  });

  it("leave a word in the log with each change, and move to no address that is refused", async () => {
    const a = await createTestTenant();
    await createDatasource(a.admin, prometheus);
    for (const moved of ["http://127.0.0.1:1", "http://169.254.169.254/", "file:///etc/passwd"]) {
      const change = changeDatasource(a.admin, "prom", { url: moved, headers: null });
      await expect(change, moved).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
    await changeDatasource(a.admin, "prom", { name: "Other", headers: { "X-Scope-OrgID": "t" } });
    await deleteDatasource(a.admin, "prom");
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany({ orderBy: { at: "asc" } }));
    const about = { subjectType: "datasource", subjectId: "prom", actorId: a.admin.actor.id };
    expect(events).toMatchObject([
      { ...about, action: "datasource.create", details: { url, matchers: { tenant_id: "a" } } },
      { ...about, action: "datasource.change", details: { name: "Other", headersReplaced: true } },
      { ...about, action: "datasource.delete" },
    ]);
  });

  it("keep what a query gets that names another value of an enforced label", async () => {
    const a = await createTestTenant();
    expect(await createDatasource(a.admin, prometheus)).toMatchObject({ enforceConflict: "empty" });
    const strict = { ...prometheus, uid: "strict", name: "Strict", enforceConflict: "error" };
    expect(await createDatasource(a.admin, strict)).toMatchObject({ enforceConflict: "error" });
    expect(await getDatasourceWithSecrets(a.viewer, "strict")).toMatchObject({ enforceConflict: "error" });
    await changeDatasource(a.admin, "strict", { enforceConflict: "empty" });
    expect(await getDatasource(a.viewer, "strict")).toMatchObject({ enforceConflict: "empty" });
  });

  it("refuse to carry stored headers over to another URL", async () => {
    const a = await createTestTenant();
    await createDatasource(a.admin, prometheus);
    const moved = "http://10.1.2.11:9090";
    await expect(changeDatasource(a.admin, "prom", { url: moved })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect((await getDatasource(a.viewer, "prom")).url).toBe(url);
    expect(await changeDatasource(a.admin, "prom", { url: moved, headers: null })).toMatchObject({
      url: moved,
      hasHeaders: false,
    });
  });

  it("rise in revision with every change, and have one default", async () => {
    const a = await createTestTenant();
    await createDatasource(a.admin, prometheus);
    const flags = async () =>
      (await listDatasources(a.viewer)).items.map(({ uid, isDefault }) => [uid, isDefault]);
    await createDatasource(a.admin, { ...prometheus, uid: "two", name: "Two" });
    expect(await flags()).toEqual([
      ["prom", true],
      ["two", false],
    ]);
    await changeDatasource(a.admin, "two", { isDefault: true });
    expect(await flags()).toEqual([
      ["two", true],
      ["prom", false],
    ]);
    await changeDatasource(a.admin, "prom", { matchers: { tenant_id: "b" }, isDefault: true });
    expect(await flags()).toEqual([
      ["prom", true],
      ["two", false],
    ]);
    expect(await getDatasourceWithSecrets(a.viewer, "prom")).toMatchObject({
      revision: 2,
      matchers: { tenant_id: "b" },
    });
  });

  it.each([
    ["an empty matcher value", { matchers: { tenant_id: "" } }],
    ["a matcher on the metric's name", { matchers: { __name__: "up" } }],
    ["an odd label name", { matchers: { 'a"b': "x" } }],
    ["a header with a line end", { headers: { "X-A": "1\r\nX-B: 2" } }],
    ["a header of our own", { headers: { Host: "x" } }],
    ["a loopback address", { url: "http://127.0.0.1:1" }],
    ["the metadata address", { url: "http://169.254.169.254/" }],
    ["another scheme", { url: "file:///etc/passwd" }],
    ["a uid with odd characters", { uid: "a/b" }],
  ])("refuse %s", async (_, more) => {
    const a = await createTestTenant();
    await expect(createDatasource(a.admin, { ...prometheus, ...more })).rejects.toThrow();
    expect((await listDatasources(a.viewer)).items).toEqual([]);
  });

  it("are the admin's to change, and nobody's of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createDatasource(a.admin, prometheus);
    for (const ctx of [a.viewer, a.editor, a.publisher]) {
      await expect(createDatasource(ctx, prometheus)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(changeDatasource(ctx, "prom", {})).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(deleteDatasource(ctx, "prom")).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const foreign = [
      () => getDatasource(b.admin, "prom"),
      () => changeDatasource(b.admin, "prom", {}),
      () => deleteDatasource(b.admin, "prom"),
    ];
    for (const call of foreign) {
      await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await deleteDatasource(a.admin, "prom");
    expect((await listDatasources(a.viewer)).items).toEqual([]);
  });

  it("hold the quota under two parallel calls", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "datasources", limit: 1 } }),
    );
    const create = (uid: string) => createDatasource(a.admin, { ...prometheus, uid, name: uid });
    const results = await atOnce("datasources", [() => create("one"), () => create("two")]);
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "QUOTA_EXCEEDED",
    ]);
  });
});
