import { describe, expect, it } from "vitest";
import { withPlatform, withTenant, withUser } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { changeQuotas } from "./change-quotas";
import { changeTenant } from "./change-tenant";
import { createTenant } from "./create-tenant";
import { enterTenant } from "./enter-tenant";
import { getUsage } from "./get-usage";
import { listMyTenants } from "./list-my-tenants";
import { listTenants } from "./list-tenants";
import type { PlatformContext } from "./platform-context";

async function person(isPlatformAdmin: boolean): Promise<PlatformContext> {
  const email = `${crypto.randomUUID()}@example.org`;
  const user = await withPlatform((tx) => tx.user.create({ data: { email, name: email, isPlatformAdmin } }));
  return { user: { id: user.id, name: user.name, isPlatformAdmin }, requestId: "t", ip: null };
}

const newSlug = () => `s-${crypto.randomUUID().slice(0, 8)}`;

describe("platform administrators", () => {
  it("make, rename, suspend and resume tenants, and the log of the tenant says so", async () => {
    const admin = await person(true);
    const slug = newSlug();
    expect(await createTenant(admin, { slug, name: "New" })).toMatchObject({ slug, role: "admin" });
    await expect(createTenant(admin, { slug, name: "Again" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await changeTenant(admin, slug, { suspended: true, name: "Old" })).toEqual({
      slug,
      name: "Old",
      suspended: true,
    });
    expect(await listMyTenants(admin.user.id)).toMatchObject([{ slug, suspended: true, role: "admin" }]);
    expect(await changeTenant(admin, slug, { suspended: false })).toMatchObject({ suspended: false });
    expect(await listMyTenants(admin.user.id)).toMatchObject([{ slug, suspended: false }]);
    await expect(changeTenant(admin, "nowhere", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    const events = await withPlatform((tx) =>
      tx.auditEvent.findMany({ where: { subjectId: slug }, orderBy: { at: "asc" } }),
    );
    expect(events.map(({ action }) => action)).toEqual(["tenant.create", "tenant.suspend", "tenant.resume"]);
  });

  it.each(["", "A", "a b", "-a", "a-", "x".repeat(41), "../a", "a/b"])(
    "refuse the short name %j",
    async (slug) => {
      await expect(createTenant(await person(true), { slug, name: "New" })).rejects.toThrow();
    },
  );

  it("see how much each tenant has, and enter one only by a step in its log", async () => {
    const [a, admin] = [await createTestTenant("A"), await person(true)];
    await withTenant(a.tenant.id, (tx) =>
      tx.dashboard.create({
        data: {
          tenantId: a.tenant.id,
          uid: "d",
          title: "secret",
          document: {},
          createdByName: "x",
          updatedByName: "x",
        },
      }),
    );
    const row = (await listTenants(admin)).items.find(({ slug }) => slug === a.tenant.slug);
    const used = Object.fromEntries(row?.usage.map(({ key, used: count }) => [key, count]) ?? []);
    expect(used).toMatchObject({ dashboards: 1, members: 4, datasources: 0, queriesPerMinute: 0 });
    expect(JSON.stringify(row)).not.toContain("secret");
    expect(await listMyTenants(admin.user.id)).toEqual([]);
    await enterTenant(admin, a.tenant.slug);
    expect(await listMyTenants(admin.user.id)).toMatchObject([{ slug: a.tenant.slug, role: "admin" }]);
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(events).toMatchObject([{ action: "tenant.enter", actorId: admin.user.id }]);
  });

  it("set quotas, which hold from then on and go back to the default", async () => {
    const [a, admin] = [await createTestTenant("A"), await person(true)];
    const limit = async () => (await getUsage(a.admin)).items.find(({ key }) => key === "dashboards");
    await changeQuotas(admin, a.tenant.slug, { dashboards: 5 });
    expect(await limit()).toMatchObject({ limit: 5, isDefault: false, used: 0 });
    await changeQuotas(admin, a.tenant.slug, { dashboards: null });
    expect(await limit()).toMatchObject({ isDefault: true });
    const told = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany({ orderBy: { at: "asc" } }));
    expect(told).toMatchObject([
      { action: "quota.change", actorId: admin.user.id, details: { dashboards: 5 } },
      { action: "quota.change", details: { dashboards: null } },
    ]);
    await expect(changeQuotas(admin, a.tenant.slug, { dashboards: -1 })).rejects.toThrow();
    await expect(changeQuotas(admin, a.tenant.slug, { nonsense: 1 })).rejects.toThrow();
  });
});

describe("everybody else", () => {
  it("does none of it", async () => {
    const [a, nobody] = [await createTestTenant("A"), await person(false)];
    const calls = [
      () => createTenant(nobody, { slug: newSlug(), name: "x" }),
      () => changeTenant(nobody, a.tenant.slug, { suspended: true }),
      () => enterTenant(nobody, a.tenant.slug),
      () => listTenants(nobody),
      () => changeQuotas(nobody, a.tenant.slug, { dashboards: 9 }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const ctx of [a.viewer, a.editor, a.publisher])
      await expect(getUsage(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("cannot count other tenants past the application either", async () => {
    const a = await createTestTenant("A");
    const count = (tx: { $queryRaw: (text: TemplateStringsArray) => Promise<unknown> }) =>
      tx.$queryRaw`SELECT * FROM count_tenant_usage()`;
    await expect(withTenant(a.tenant.id, (tx) => count(tx))).rejects.toThrow(/platform scope/);
    const trick = withTenant(a.tenant.id, async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.counting', 'on', true)`;
      return tx.membership.count();
    });
    await createTestTenant("B");
    expect(await trick).toBe(4);
    expect(await withUser(a.viewer.actor.id, (tx) => tx.dashboard.count())).toBe(0);
  });
});
