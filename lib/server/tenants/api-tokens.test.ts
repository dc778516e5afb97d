import { describe, expect, it } from "vitest";
import { getTokenAccess, warmAccess } from "@/lib/server/auth/find-access";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";

describe("API tokens", () => {
  it("are told once, work with their role, and stop when revoked", async () => {
    const a = await createTestTenant();
    const { id, token } = await createApiToken(a.admin, { name: "ci", role: "publisher", expiresInDays: 1 });
    expect(await getTokenAccess(token, a.tenant.slug)).toMatchObject({
      role: "publisher",
      actor: { kind: "token", id },
    });
    const stored = await withTenant(a.tenant.id, (tx) => tx.apiToken.findMany({ omit: { hash: false } }));
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(JSON.stringify([await listApiTokens(a.admin), stored, events])).not.toContain(token);
    expect((await listApiTokens(a.admin)).items[0]?.lastUsedAt).not.toBeNull();
    await revokeApiToken(a.admin, id);
    await expect(getTokenAccess(token, a.tenant.slug)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const told = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany({ orderBy: { at: "asc" } }));
    expect(told).toMatchObject([
      { action: "token.create", subjectId: id, details: { name: "ci", role: "publisher" } },
      { action: "token.revoke", subjectId: id, details: { name: "ci" } },
    ]);
  });

  it("are not used by warming up", async () => {
    const a = await createTestTenant();
    await createApiToken(a.admin, { name: "ci", role: "viewer", expiresInDays: 1 });
    await warmAccess();
    expect((await listApiTokens(a.admin)).items).toMatchObject([{ lastUsedAt: null }]);
  });

  it("are the admin's to manage, and nobody's of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    const { id } = await createApiToken(a.admin, { name: "ci", role: "viewer" });
    for (const ctx of [a.viewer, a.editor, a.publisher]) {
      await expect(listApiTokens(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(createApiToken(ctx, { name: "x", role: "admin" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(revokeApiToken(ctx, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(revokeApiToken(b.admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeApiToken(b.admin, "x")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listApiTokens(b.admin)).items).toEqual([]);
  });

  it("hold the quota under two parallel calls", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "apiTokens", limit: 1 } }),
    );
    const results = await atOnce(
      "api_tokens",
      [1, 2].map(() => () => createApiToken(a.admin, { name: "x", role: "viewer" })),
    );
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "QUOTA_EXCEEDED",
    ]);
  });

  it("count towards the quota as long as they work, for ever or for ten years at most", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "apiTokens", limit: 2 } }),
    );
    const create = (more = {}) => createApiToken(a.admin, { name: "x", role: "viewer", ...more });
    await expect(create({ expiresInDays: 3_651 })).rejects.toThrow();
    const { id } = await create({ expiresInDays: 3_650 });
    await create();
    await expect(create()).rejects.toMatchObject({ code: "QUOTA_EXCEEDED" });
    await withTenant(a.tenant.id, (tx) =>
      tx.apiToken.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } }),
    );
    await create();
    await expect(create()).rejects.toMatchObject({ code: "QUOTA_EXCEEDED" });
  });
});
