import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";

/** What the seed wrote before; what is in it and gone from the tenant was deleted by a person and stays gone. */
export interface SeedLedger {
  /** The hash of what was written, or undefined when it never was. */
  hashOf(key: string): string | undefined;
  record(key: string, hash: string): Promise<void>;
}

export async function openLedger(tx: Tx, ctx: TenantContext, kind: string): Promise<SeedLedger> {
  const tenantId = ctx.tenant.id;
  const entries = await tx.seedEntry.findMany({ where: { tenantId, kind } });
  const hashes = new Map(entries.map(({ key, hash }) => [key, hash]));
  return {
    hashOf: (key) => hashes.get(key),
    async record(key, hash) {
      if (hashes.get(key) === hash) return;
      hashes.set(key, hash);
      await tx.seedEntry.upsert({
        where: { tenantId_kind_key: { tenantId, kind, key } },
        create: { tenantId, kind, key, hash },
        update: { hash },
      });
    },
  };
}
