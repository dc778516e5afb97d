import { withPlatform, withTenant } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { type DemoTenant, demoTenants } from "./demo-tenants";
import { seedDashboards } from "./seed-dashboards";
import { seedDatasource } from "./seed-datasource";
import { type FirstGrafana, seedGrafanaTarget } from "./seed-grafana-target";
import { type DemoPassword, demoPassword, seedAdministrators, seedDemoUsers } from "./seed-members";

interface DemoSettings {
  /** Without one, tenants get their datasource at a later start. */
  prometheusUrl?: string;
  /** Of every demo user; without one there are none. */
  password?: string;
  /** A Grafana to publish to from the start. */
  grafana?: FirstGrafana;
}

async function ensureTenant({ slug, name }: DemoTenant): Promise<TenantContext> {
  const tenant = await withPlatform((tx) =>
    tx.tenant.upsert({
      where: { slug },
      create: { slug, name },
      update: {},
      select: { id: true, slug: true, name: true },
    }),
  );
  const actor = { kind: "system" as const, id: "demo", name: "Panelsmith demo" };
  return { tenant, actor, role: "admin", requestId: "demo", ip: null };
}

async function seedTenant(
  demo: DemoTenant,
  { prometheusUrl, grafana }: DemoSettings,
  password: DemoPassword | null,
): Promise<void> {
  const ctx = await ensureTenant(demo);
  await withTenant(ctx.tenant.id, async (tx) => {
    // Two starts at once would each find nothing and write twice.
    await tx.$queryRaw`SELECT id FROM tenants WHERE id = ${ctx.tenant.id}::uuid FOR UPDATE`;
    await seedAdministrators(tx, ctx);
    if (password) await seedDemoUsers(tx, ctx, password);
    if (prometheusUrl) await seedDatasource(tx, ctx, { url: prometheusUrl, matchers: demo.matchers });
    if (grafana) await seedGrafanaTarget(tx, ctx, grafana);
    await seedDashboards(tx, ctx, demo);
  });
}

/**
 * Makes the demo tenants with their users, datasource and dashboards. May run at every start: it never overwrites what
 * a person changed, nor brings back what a person deleted.
 */
export async function seedDemo(settings: DemoSettings): Promise<void> {
  const shared = settings.password ? demoPassword(settings.password) : null;
  for (const demo of demoTenants) await seedTenant(demo, settings, shared);
}
