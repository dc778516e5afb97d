import type { Tx } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { ExportedDatasource } from "./exported-file";

/** The tenant's datasources as exports name them, the default first. */
export async function exportDatasources(tx: Tx, { tenant }: TenantContext): Promise<ExportedDatasource[]> {
  const { PANELSMITH_URL, PORT } = env();
  const base = (PANELSMITH_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, "");
  const rows = await tx.datasource.findMany({
    where: { tenantId: tenant.id },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    select: { uid: true, name: true, isDefault: true },
  });
  return rows.map((row) => ({
    ...row,
    gatewayUrl: `${base}/api/v1/tenants/${tenant.slug}/datasources/${row.uid}/prometheus`,
  }));
}
