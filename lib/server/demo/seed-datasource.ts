import { hashDocument } from "@/lib/server/dashboards/hash-document";
import type { Tx } from "@/lib/server/db";
import { Matchers } from "@/lib/server/prometheus/datasource";
import type { TenantContext } from "@/lib/server/tenants/context";
import { openLedger } from "./seed-ledger";

const uid = "prometheus";

/** The datasource `prometheus`, the tenant's default. It follows the demo's address as long as nobody changed it. */
export async function seedDatasource(
  tx: Tx,
  ctx: TenantContext,
  { url, matchers }: { url: string; matchers: Record<string, string> },
): Promise<void> {
  const tenantId = ctx.tenant.id;
  const ledger = await openLedger(tx, ctx, "datasource");
  const written = ledger.hashOf(uid);
  const wanted = hashDocument({ url, matchers });
  if (written === wanted) return;
  const current = await tx.datasource.findFirst({
    where: { tenantId, uid },
    select: { url: true, matchers: true },
  });
  const key = { tenantId_uid: { tenantId, uid } };
  if (written === undefined && !current) {
    const isDefault = (await tx.datasource.count({ where: { tenantId, isDefault: true } })) === 0;
    await tx.datasource.create({ data: { tenantId, uid, name: "Prometheus", url, matchers, isDefault } });
    await ledger.record(uid, wanted);
    return;
  }
  const untouched =
    current !== null &&
    hashDocument({ url: current.url, matchers: Matchers.parse(current.matchers) }) === written;
  if (!untouched) return;
  await tx.datasource.update({ where: key, data: { url, matchers, revision: { increment: 1 } } });
  await ledger.record(uid, wanted);
}
