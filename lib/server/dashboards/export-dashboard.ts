import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { exportDatasources } from "./export/export-datasources";
import { readFormat, writeFormat } from "./export/export-formats";
import type { ExportedFile } from "./export/exported-file";
import { getDashboardText } from "./get-dashboard-text";
import { parseStored } from "./parse-stored";

/** A dashboard as a file. `json` is the stored document, deep-equal to what was imported. */
export async function exportDashboard(
  ctx: TenantContext,
  uid: string,
  format: string,
): Promise<ExportedFile> {
  assertCan(ctx, "dashboard:read");
  const { documentText: text, ...dashboard } = await getDashboardText(ctx, uid);
  const known = readFormat(format);
  const datasources = await withTenant(ctx, (tx) => exportDatasources(tx, ctx));
  return writeFormat(known, { dashboard, document: await parseStored(text), text, datasources });
}
