import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { applyBulkChange } from "@/lib/shared/dashboards/bulk/apply-bulk-change";
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
      const preview: BulkEditPreview = { changed: [], noted: [], unchanged: 0 };
      const keys = dashboards ?? (await allUids(tx, ctx));
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

/** Those that the role may change. */
async function allUids(tx: Tx, ctx: TenantContext): Promise<string[]> {
  const rows = await tx.$queryRaw<{ uid: string }[]>`
    SELECT uid FROM dashboards
    WHERE tenant_id = ${ctx.tenant.id}::uuid AND deleted_at IS NULL AND edited_from <= ${ctx.role}::"Role"
    LIMIT ${mostDashboards + 1}`;
  if (rows.length > mostDashboards) {
    throw new AppError(
      "INVALID_INPUT",
      `There are more than ${mostDashboards} dashboards. Choose some of them.`,
      { field: "dashboards" },
    );
  }
  return rows.map(({ uid }) => uid);
}
