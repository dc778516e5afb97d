import { describe, expect, it } from "vitest";
import { verifyCredentials } from "@/lib/server/auth/verify-credentials";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withPlatform, withTenant } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { seedDemo } from "./seed-demo";

const settings = { prometheusUrl: "http://127.0.0.1:9090", password: "demo password" };

async function editorOf(slug: string): Promise<TenantContext> {
  const tenant = await withPlatform((tx) => tx.tenant.findUniqueOrThrow({ where: { slug } }));
  const user = await withPlatform((tx) =>
    tx.user.findUniqueOrThrow({ where: { email: `editor@${slug}.demo` } }),
  );
  return {
    tenant,
    role: "editor",
    actor: { kind: "user", id: user.id, name: user.name },
    requestId: "t",
    ip: null,
  };
}

describe("seedDemo", () => {
  it("makes seven tenants with their dashboards, folders, datasources and users", async () => {
    await seedDemo(settings);
    const counts: Record<string, number> = {};
    for (const slug of [
      "codeconductor",
      "ml-training",
      "automation",
      "maestro",
      "bookmarkai",
      "acme",
      "globex",
    ]) {
      const ctx = await editorOf(slug);
      const { items } = await listDashboards(ctx);
      counts[slug] = items.length;
      expect(items.every(({ folderUid }) => folderUid !== null)).toBe(true);
      const datasource = await withTenant(ctx.tenant.id, (tx) => tx.datasource.findFirstOrThrow());
      const matchers = slug === "acme" || slug === "globex" ? { tenant_id: slug } : {};
      expect(datasource).toMatchObject({
        uid: "prometheus",
        url: settings.prometheusUrl,
        isDefault: true,
        matchers,
      });
      expect(await withTenant(ctx.tenant.id, (tx) => tx.membership.count())).toBe(4);
    }
    expect(counts).toEqual({
      codeconductor: 1,
      "ml-training": 1,
      automation: 4,
      maestro: 4,
      bookmarkai: 3,
      acme: 4,
      globex: 4,
    });
    expect((await verifyCredentials("viewer@acme.demo", settings.password)).kind).toBe("verified");
  });

  it("changes nothing when it runs again, also twice at once", async () => {
    const before = await withPlatform((tx) => tx.user.count());
    const acme = await editorOf("acme");
    const snapshot = async () => JSON.stringify((await listDashboards(acme)).items);
    const first = await snapshot();
    await Promise.all([seedDemo(settings), seedDemo(settings)]);
    expect(await snapshot()).toBe(first);
    expect(await withPlatform((tx) => tx.user.count())).toBe(before);
  });

  it("neither overwrites what a person changed nor brings back what a person deleted", async () => {
    const ctx = await editorOf("maestro");
    const [first, second] = (await listDashboards(ctx)).items;
    if (!first || !second) throw new Error("seeded too little");
    await deleteDashboard(ctx, first.uid);
    const { document } = await getDashboard(ctx, second.uid);
    await saveDashboard(ctx, second.uid, { document: { ...document, title: "Mine" }, version: 1 });
    await withTenant(ctx.tenant.id, async (tx) => {
      await tx.membership.deleteMany({ where: { role: "viewer" } });
      await tx.seedEntry.updateMany({ where: { kind: "dashboard" }, data: { hash: "an older template" } });
    });
    await seedDemo(settings);
    const after = await listDashboards(ctx);
    expect(after.items.map(({ uid }) => uid)).not.toContain(first.uid);
    expect(await getDashboard(ctx, second.uid)).toMatchObject({ title: "Mine", version: 2 });
    expect(await withTenant(ctx.tenant.id, (tx) => tx.membership.count())).toBe(3);
  });

  it("brings a new template to copies that nobody touched", async () => {
    const ctx = await editorOf("globex");
    const [target] = (await listDashboards(ctx)).items;
    if (!target) throw new Error("seeded too little");
    const { document } = await getDashboard(ctx, target.uid);
    // As if an older template had been seeded: what is stored and what the ledger says agree, and differ from the file.
    const older = { ...document, description: "older" };
    await saveDashboard(ctx, target.uid, { document: older, version: 1 });
    const { hashDocument } = await import("@/lib/server/dashboards/hash-document");
    await withTenant(ctx.tenant.id, (tx) =>
      tx.seedEntry.updateMany({
        where: { kind: "dashboard", key: target.uid },
        data: { hash: hashDocument(older) },
      }),
    );
    await seedDemo(settings);
    expect(await getDashboard(ctx, target.uid)).toMatchObject({ version: 3, document });
  });

  it("follows the address of the demo's Prometheus until somebody changes it", async () => {
    await seedDemo({ ...settings, prometheusUrl: "http://127.0.0.1:9191" });
    const url = async (slug: string) => {
      const ctx = await editorOf(slug);
      return (await withTenant(ctx.tenant.id, (tx) => tx.datasource.findFirstOrThrow())).url;
    };
    expect(await url("acme")).toBe("http://127.0.0.1:9191");
    const { tenant } = await editorOf("acme");
    await withTenant(tenant.id, (tx) => tx.datasource.updateMany({ data: { url: "http://mine:9090" } }));
    await seedDemo(settings);
    expect([await url("acme"), await url("globex")]).toEqual(["http://mine:9090", settings.prometheusUrl]);
  });

  it("gives a new password only to users who did not change theirs", async () => {
    await withPlatform((tx) =>
      tx.user.update({ where: { email: "viewer@globex.demo" }, data: { passwordHash: "changed" } }),
    );
    await seedDemo({ ...settings, password: "another password" });
    expect((await verifyCredentials("editor@globex.demo", "another password")).kind).toBe("verified");
    const kept = await withPlatform((tx) =>
      tx.user.findUniqueOrThrow({ where: { email: "viewer@globex.demo" }, select: { passwordHash: true } }),
    );
    expect(kept.passwordHash).toBe("changed");
  });
});
