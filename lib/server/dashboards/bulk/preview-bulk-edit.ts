import { Prisma } from "@/generated/prisma/client";
import { type Tx, withTenant } from "@/lib/server/db";
import { containingPattern } from "@/lib/server/db-like";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { applyBulkChange } from "@/lib/shared/dashboards/bulk/apply-bulk-change";
import type { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";
import {
  type BulkEditPreview,
  BulkEditPreviewRequest,
  mostDashboards,
} from "@/lib/shared/dashboards/bulk/bulk-edit";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { AppError } from "@/lib/shared/errors";
import { bulkTimeoutMs, readDashboards } from "./read-dashboards";

/** What a change would do to each dashboard; nothing is written. */
export async function previewBulkEdit(ctx: TenantContext, input: unknown): Promise<BulkEditPreview> {
  assertCan(ctx, "dashboard:write");
  const { change, dashboards } = BulkEditPreviewRequest.parse(input);
  return withTenant(
    ctx,
    async (tx) => {
      const { uids: keys, others } = dashboards
        ? { uids: dashboards, others: 0 }
        : await allUids(tx, ctx, change);
      const preview: BulkEditPreview = { changed: [], noted: [], unchanged: others };
      for await (const { uid, title, version, document } of readDashboards(tx, ctx, {
        by: "uid",
        keys,
        lock: false,
      })) {
        const result = applyBulkChange(document, change);
        const notes = result.notes.map(({ message }) => message);
        if (result.document !== document) {
          const diff = diffDashboards(document, result.document);
          preview.changed.push({ uid, title, version, diff, notes });
        } else if (notes.length > 0) preview.noted.push({ uid, title, version, notes });
        else preview.unchanged += 1;
      }
      preview.changed.sort((a, b) => a.title.localeCompare(b.title));
      return preview;
    },
    bulkTimeoutMs,
  );
}

/** Those that the role may change and that may hold what the change is about, and how many others it may change. */
async function allUids(tx: Tx, ctx: TenantContext, change: BulkChange) {
  const mine = Prisma.sql`
    tenant_id = ${ctx.tenant.id}::uuid AND deleted_at IS NULL AND edited_from <= ${ctx.role}::"Role"`;
  const rows = await tx.$queryRaw<{ uid: string }[]>`
    SELECT uid FROM dashboards WHERE ${mine} AND ${holds(change)} LIMIT ${mostDashboards + 1}`;
  if (rows.length > mostDashboards) {
    throw new AppError(
      "INVALID_INPUT",
      `This concerns more than ${mostDashboards} dashboards, which is the most for one bulk edit. Choose some of them in the list, a folder say, and edit those.`,
      { field: "dashboards" },
    );
  }
  const [all] = await tx.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM dashboards WHERE ${mine}`;
  return { uids: rows.map(({ uid }) => uid), others: (all?.count ?? rows.length) - rows.length };
}

/** A name that stands nowhere in a document is not renamed in it; one may be spelt with escapes. */
function holds(change: BulkChange): Prisma.Sql {
  if (change.kind !== "renameMetric" && change.kind !== "renameLabel") return Prisma.sql`true`;
  return Prisma.sql`(document::text LIKE ${containingPattern(change.from)} OR document::text LIKE ${containingPattern("\\u00")})`;
}
