import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { type ExportedFile, exportFormats } from "./export-files";
import { getDashboard } from "./get-dashboard";

function isFormat(format: string): format is keyof typeof exportFormats {
  return Object.hasOwn(exportFormats, format);
}

/** A dashboard as a file. `json` is the stored document, deep-equal to what was imported. */
export async function exportDashboard(
  ctx: TenantContext,
  uid: string,
  format: string,
): Promise<ExportedFile> {
  assertCan(ctx, "dashboard:read");
  const dashboard = await getDashboard(ctx, uid);
  if (!isFormat(format)) {
    const formats = Object.keys(exportFormats);
    throw new AppError(
      "INVALID_INPUT",
      `The format "${format.slice(0, 40)}" is not known. Known: ${formats.join(", ")}.`,
      { formats },
    );
  }
  const datasources = await withTenant(ctx.tenant.id, (tx) =>
    tx.datasource.findMany({
      where: { tenantId: ctx.tenant.id },
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
      select: { uid: true, name: true },
    }),
  );
  return exportFormats[format]({ dashboard, datasources });
}
