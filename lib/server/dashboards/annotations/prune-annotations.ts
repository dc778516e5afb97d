import type { Tx } from "@/lib/server/db";
import { getQuota } from "@/lib/server/tenants/quota";

/** To look through so many costs far more than to write one. */
const manyKept = 1_000;

/** Lets go of the oldest beyond what the tenant keeps; where that is many, in this share of the calls alone. */
export async function pruneAnnotations(tx: Tx, tenantId: string, share = 1): Promise<void> {
  const keep = await getQuota(tx, { tenant: { id: tenantId } }, "annotationsKept");
  if (keep >= manyKept && Math.random() >= share) return;
  await tx.$executeRaw`
    DELETE FROM annotations WHERE tenant_id = ${tenantId}::uuid AND id IN (
      SELECT id FROM annotations WHERE tenant_id = ${tenantId}::uuid
      ORDER BY starts_at DESC, id DESC OFFSET ${keep}::int
    )`;
}
