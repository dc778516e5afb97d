import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type Dashboard, ImportedDashboard } from "@/lib/shared/dashboards/dashboard";
import { resolveImport } from "@/lib/shared/dashboards/resolve-import";
import { insertDashboard } from "./create-dashboard";
import { readDocument } from "./read-document";
import { lockDashboard, writeNextVersion } from "./save-dashboard";

/**
 * Takes a document as Grafana gives it: bare, in the `{ dashboard, meta }` of its API, or with `__inputs`. Without
 * `inputs` it is kept as it is, and `${DS_...}` means the tenant's default datasource.
 * @throws AppError CONFLICT when the uid is taken and `overwrite` is not set.
 */
export async function importDashboard(ctx: TenantContext, input: unknown): Promise<Dashboard> {
  assertCan(ctx, "dashboard:write");
  const {
    document: given,
    inputs,
    folderUid,
    overwrite = false,
    message = "Imported",
  } = ImportedDashboard.parse(input);
  const document = resolveImport(given, inputs);
  const { uid } = readDocument(document);
  return withTenant(ctx.tenant.id, async (tx) => {
    const taken = uid === null ? 0 : await tx.dashboard.count({ where: { tenantId: ctx.tenant.id, uid } });
    if (!overwrite || taken === 0 || uid === null) {
      return insertDashboard(tx, ctx, { document, folderUid, message }, "dashboard.import");
    }
    const row = await lockDashboard(tx, ctx, uid);
    return writeNextVersion(tx, ctx, row, { document, folderUid, message, action: "dashboard.import" });
  });
}
