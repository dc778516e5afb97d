import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { applyBulkChange } from "@/lib/shared/dashboards/bulk/apply-bulk-change";
import type { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";
import { type BulkEdit, NewBulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";
import { bulkChangeWords } from "@/lib/shared/dashboards/bulk/change-words";
import { AppError } from "@/lib/shared/errors";
import { bulkEditFields, toBulkEdit } from "./bulk-edit-dto";
import { bulkTimeoutMs, readDashboards } from "./read-dashboards";
import { VersionWriter } from "./version-writer";

/** One dashboard of a bulk edit, as it is kept to be undone. */
export type BulkEditItem = [id: string, from: number, to: number];

/**
 * Applies a change to many dashboards, all or none, each as a new version.
 * @throws AppError CONFLICT with `StaleDashboards` when one was saved or deleted after the preview
 */
export async function applyBulkEdit(ctx: TenantContext, input: unknown): Promise<BulkEdit> {
  assertCan(ctx, "dashboard:write");
  const { change, dashboards } = NewBulkEdit.parse(input);
  const seen = new Map(dashboards.map(({ uid, version }) => [uid, version]));
  return withTenant(
    ctx,
    async (tx) => {
      const id = randomUUID();
      const items = await writeAll(tx, ctx, { id, change, seen });
      const author = authorOf(ctx);
      const row = await tx.bulkEdit.create({
        data: {
          id,
          tenantId: ctx.tenant.id,
          change,
          items,
          createdById: author.id,
          createdByName: author.name,
        },
        select: bulkEditFields,
      });
      await recordAudit(tx, ctx, {
        action: "bulk-edit.apply",
        subject: { type: "bulk-edit", id },
        details: { change: bulkChangeWords(change), dashboards: items.length },
      });
      return toBulkEdit(row);
    },
    bulkTimeoutMs,
  );
}

interface Applied {
  id: string;
  change: BulkChange;
  seen: ReadonlyMap<string, number>;
}

async function writeAll(tx: Tx, ctx: TenantContext, { id, change, seen }: Applied): Promise<BulkEditItem[]> {
  const message = bulkChangeWords(change).slice(0, 500);
  const writer = new VersionWriter(tx, ctx, { action: "dashboard.save", message, bulkEdit: id });
  const items: BulkEditItem[] = [];
  const missing = new Set(seen.keys());
  const stale: { uid: string; title: string; version: number }[] = [];
  const keys = [...seen.keys()];
  for await (const dashboard of readDashboards(tx, ctx, { by: "uid", keys, lock: true })) {
    const { uid, title, version, document } = dashboard;
    missing.delete(uid);
    if (version !== seen.get(uid)) stale.push({ uid, title, version });
    if (stale.length > 0) continue;
    const changed = applyBulkChange(document, change).document;
    if (changed !== document) items.push([dashboard.id, version, await writer.add(dashboard, changed)]);
  }
  assertFresh(stale, [...missing]);
  await writer.end();
  return items;
}

function assertFresh(stale: { uid: string; title: string; version: number }[], missing: string[]): void {
  const [gone] = missing;
  if (gone !== undefined) {
    throw new AppError("NOT_FOUND", `There is no dashboard "${gone}" in this tenant. Nothing was changed.`);
  }
  const [first] = stale;
  if (!first) return;
  const others = stale.length > 1 ? ` and ${stale.length - 1} others were` : " was";
  throw new AppError(
    "CONFLICT",
    `"${first.title}"${others} saved after the preview. Nothing was changed. Look at the preview again.`,
    { reason: "stale-versions", dashboards: stale },
  );
}
