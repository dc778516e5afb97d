import { z } from "zod";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";
import type { UndoneBulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";
import { bulkChangeWords } from "@/lib/shared/dashboards/bulk/change-words";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import { bulkTimeoutMs, type OpenDashboard, readDashboards } from "./read-dashboards";
import { VersionWriter } from "./version-writer";

const Items = z.array(z.tuple([z.string(), z.number(), z.number()]));

/**
 * Takes a bulk edit back, all in one transaction, each dashboard as a new version. What somebody saved afterwards stays: beside
 * it where it touches other places, else the dashboard is left as it is and named.
 */
export async function undoBulkEdit(ctx: TenantContext, id: string): Promise<UndoneBulkEdit> {
  assertCan(ctx, "dashboard:write");
  return withTenant(
    ctx,
    async (tx) => {
      const { change, items } = await lockBulkEdit(tx, ctx, id);
      const message = `Undo: ${bulkChangeWords(change)}`.slice(0, 500);
      const writer = new VersionWriter(tx, ctx, { action: "dashboard.save", message, bulkEdit: id });
      const result: UndoneBulkEdit = { undone: 0, merged: [], kept: [], missing: items.length };
      const versions = new Map(items.map(([dashboard, from, to]) => [dashboard, { from, to }]));
      const keys = [...versions.keys()];
      for await (const dashboard of readDashboards(tx, ctx, { by: "id", keys, lock: true })) {
        result.missing -= 1;
        const { from = 0, to = 0 } = versions.get(dashboard.id) ?? {};
        const taken = await takeBack(tx, ctx, dashboard, { from, to });
        const { uid, title } = dashboard;
        if (typeof taken === "string") result.kept.push({ uid, title, reason: taken });
        else {
          await writer.add(dashboard, taken);
          if (dashboard.version === to) result.undone += 1;
          else result.merged.push({ uid, title });
        }
      }
      await writer.end();
      await closeBulkEdit(tx, ctx, id, result);
      return result;
    },
    bulkTimeoutMs,
  );
}

/** The document without the bulk edit, or why there is none. */
async function takeBack(
  tx: Tx,
  ctx: TenantContext,
  { id, document, version }: OpenDashboard,
  { from, to }: { from: number; to: number },
): Promise<JsonObject | string> {
  const before = await findVersion(tx, ctx, id, from);
  if (!before) return `Version ${from}, from before the change, is kept no longer.`;
  if (version === to) return before;
  const after = await findVersion(tx, ctx, id, to);
  if (!after) return `Version ${to}, the change itself, is kept no longer.`;
  const { document: merged, conflicts } = mergeDashboards(after, before, document);
  return conflicts.length === 0
    ? merged
    : `Version ${version} was saved afterwards and changes the same places.`;
}

async function findVersion(tx: Tx, ctx: TenantContext, dashboardId: string, version: number) {
  const where = { tenantId: ctx.tenant.id, dashboardId, version };
  const row = await tx.dashboardVersion.findFirst({ where, select: { document: true } });
  return row ? toDocument(row.document) : null;
}

async function lockBulkEdit(tx: Tx, ctx: TenantContext, id: string) {
  const known = z.uuid().safeParse(id).success;
  const rows = known
    ? await tx.$queryRaw<{ change: unknown; items: unknown; undone_by_name: string | null }[]>`
        SELECT change, items, undone_by_name FROM bulk_edits
        WHERE tenant_id = ${ctx.tenant.id}::uuid AND id = ${id}::uuid FOR UPDATE`
    : [];
  const [row] = rows;
  if (!row) throw new AppError("NOT_FOUND", "There is no such bulk edit in this tenant.");
  if (row.undone_by_name !== null)
    throw new AppError("CONFLICT", `${row.undone_by_name} has undone this already.`, { reason: "undone" });
  return { change: BulkChange.parse(row.change), items: Items.parse(row.items) };
}

async function closeBulkEdit(tx: Tx, ctx: TenantContext, id: string, result: UndoneBulkEdit): Promise<void> {
  await tx.bulkEdit.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
    data: { undoneAt: new Date(), undoneByName: authorOf(ctx).name },
    select: { id: true },
  });
  await recordAudit(tx, ctx, {
    action: "bulk-edit.undo",
    subject: { type: "bulk-edit", id },
    details: {
      dashboards: result.undone + result.merged.length,
      kept: result.kept.length,
      missing: result.missing,
    },
  });
}
