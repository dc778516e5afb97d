import { Gauge, Registry } from "prom-client";
import { readTenantUsage } from "@/lib/server/tenants/list-tenants";
import { metricsRegistry } from "./request-metrics";

/** How much of its quotas each tenant has used, as Prometheus text. Counted at each scrape. */
async function tenantMetrics(): Promise<string> {
  const registry = new Registry();
  const labelNames = ["tenant", "quota"] as const;
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames, registers: [registry] });
  const used = gauge("panelsmith_tenant_quota_used", "How much of a quota a tenant has used.");
  const limit = gauge("panelsmith_tenant_quota_limit", "The quota of a tenant.");
  const ratio = gauge(
    "panelsmith_tenant_quota_usage_ratio",
    "Used part of a tenant's quota, 0 to 1 and above.",
  );
  for (const { slug: tenant, usage } of await readTenantUsage()) {
    for (const { key: quota, used: count, limit: most } of usage) {
      limit.set({ tenant, quota }, most);
      if (count === null) continue;
      used.set({ tenant, quota }, count);
      if (most > 0) ratio.set({ tenant, quota }, count / most);
    }
  }
  return registry.metrics();
}

/** All metrics of the console; without a database those of the process alone. */
export async function readMetrics(): Promise<string> {
  const tenants = await tenantMetrics().catch(() => null);
  const up = `# HELP panelsmith_database_up Whether the database answered this scrape.\n# TYPE panelsmith_database_up gauge\npanelsmith_database_up ${tenants === null ? 0 : 1}\n`;
  return `${await metricsRegistry().metrics()}${up}${tenants ?? ""}`;
}
