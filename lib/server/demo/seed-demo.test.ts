import { beforeAll, describe, expect, it } from "vitest";
import { verifyCredentials } from "@/lib/server/auth/verify-credentials";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withPlatform, withTenant } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { seedDemo } from "./seed-demo";

async function contextOf(slug: string): Promise<TenantContext> {
  const tenant = await withPlatform((tx) =>
    tx.tenant.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true, name: true } }),
  );
  return {
    tenant,
    role: "admin",
    actor: { kind: "system", id: "test", name: "Test" },
    requestId: "test",
    ip: null,
  };
}

const seed = (port: number) =>
  seedDemo({ prometheusUrl: `http://127.0.0.1:${port}`, password: "a demo password" });

describe("seedDemo", () => {
  beforeAll(() => seed(9090));

  it("gives every system its dashboards, 13 with 112 panels in all", async () => {
    const systems = ["codeconductor", "ml-training", "automation", "maestro", "bookmarkai"];
    const counts = await Promise.all(
      systems.map(async (slug) =>
        (await listDashboards(await contextOf(slug), {})).items.map(({ uid }) => uid),
      ),
    );
    expect(counts.map((uids) => uids.length)).toEqual([1, 1, 4, 4, 3]);
  });

  it("ties the customers' datasource to their tenant_id", async () => {
    for (const slug of ["acme", "globex"]) {
      const { tenant } = await contextOf(slug);
      const [datasource] = await withTenant(tenant.id, (tx) => tx.datasource.findMany());
      expect(datasource).toMatchObject({ uid: "prometheus", isDefault: true, matchers: { tenant_id: slug } });
    }
  });

  it("lets every role sign in", async () => {
    const verdict = await verifyCredentials("viewer@acme.demo", "a demo password");
    expect(verdict).toMatchObject({ kind: "verified", user: { email: "viewer@acme.demo" } });
  });

  it("changes nothing the second time, keeps edits and does not bring back what was deleted", async () => {
    const ctx = await contextOf("maestro");
    const before = await getDashboard(ctx, "ml-operations");
    const edited = { ...before.document, title: "Ours" };
    await saveDashboard(ctx, "ml-operations", { document: edited, version: before.version });
    await deleteDashboard(ctx, "api-performance");
    await seed(9090);
    await seed(9191);
    expect(await getDashboard(ctx, "ml-operations")).toMatchObject({
      version: before.version + 1,
      title: "Ours",
    });
    await expect(getDashboard(ctx, "api-performance")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getDashboard(ctx, "tenant-management")).version).toBe(1);
  });

  it("follows the demo's Prometheus to another port, unless somebody chose a URL", async () => {
    const [acme, globex] = [await contextOf("acme"), await contextOf("globex")];
    const urlOf = ({ tenant }: TenantContext) =>
      withTenant(tenant.id, async (tx) => (await tx.datasource.findFirstOrThrow()).url);
    await withTenant(globex.tenant.id, (tx) =>
      tx.datasource.updateMany({ data: { url: "http://theirs:9090" } }),
    );
    await seed(9292);
    expect(await urlOf(acme)).toBe("http://127.0.0.1:9292");
    expect(await urlOf(globex)).toBe("http://theirs:9090");
  });
});
