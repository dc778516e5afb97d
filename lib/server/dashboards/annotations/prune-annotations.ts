import type { Tx } from "@/lib/server/db";
import { getQuota } from "@/lib/server/tenants/quota";

/** Lets go of the oldest beyond what the tenant keeps. */
export async function pruneAnnotations(tx: Tx, tenantId: string): Promise<void> {
  const keep = await getQuota(tx, { tenant: { id: tenantId } }, "annotationsKept");
  await tx.$executeRaw`
    DELETE FROM annotations WHERE tenant_id = ${tenantId}::uuid AND id IN (
      SELECT id FROM annotations WHERE tenant_id = ${tenantId}::uuid
      ORDER BY starts_at DESC, id DESC OFFSET ${keep}::int
    )`;
}
