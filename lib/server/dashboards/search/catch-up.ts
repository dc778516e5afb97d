import { parseStored } from "@/lib/server/dashboards/parse-stored";
import { storedText } from "@/lib/server/dashboards/stored-text";
import { type Tx, withTenant } from "@/lib/server/db";
import { inTurns } from "@/lib/server/in-turns";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { toClassicView } from "@/lib/shared/dashboards/schema-v2/to-classic-view";
import { readSearchEntryInSteps } from "@/lib/shared/dashboards/search/read-search-entry";
import { writeSearchEntry } from "./write-search-entry";

const batch = 100;

/** Whether there is something that the search does not know yet: nearly always not, and asking is one look at an index. */
export async function lagsBehind(tx: Tx, ctx: TenantContext): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM dashboards WHERE tenant_id = ${ctx.tenant.id}::uuid AND indexed_version < version LIMIT 1`;
  return rows.length > 0;
}

/** Reads dashboards from before there was a search, and whatever was written past it. */
export async function catchUpSearch(ctx: TenantContext): Promise<void> {
  assertCan(ctx, "dashboard:read");
  for (let last = batch; last === batch; ) {
    last = await withTenant(ctx.tenant.id, (tx) => readBatch(tx, ctx));
  }
}

async function readBatch(tx: Tx, ctx: TenantContext): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM dashboards WHERE tenant_id = ${ctx.tenant.id}::uuid AND indexed_version < version
    LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const { id } of rows) {
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id } };
    const row = await tx.dashboard.findUniqueOrThrow({
      where: key,
      select: { title: true, tags: true, version: true },
    });
    const document = await parseStored(await storedText(tx, ctx, { id }));
    const entry = await inTurns(readSearchEntryInSteps(toClassicView(document), row));
    await writeSearchEntry(tx, ctx, id, entry);
    await tx.dashboard.update({ where: key, data: { indexedVersion: row.version }, select: { id: true } });
  }
  return rows.length;
}
