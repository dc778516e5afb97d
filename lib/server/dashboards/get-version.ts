import { z } from "zod";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { versionText } from "./stored-text";
import { toVersion, versionFields } from "./version-dto";

const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

interface SpeltVersion extends DashboardVersion {
  /** As it is stored, letter by letter. */
  documentText: string;
}

/** One version within a transaction; the number may come from a path. */
export async function readVersion(
  tx: Tx,
  ctx: TenantContext,
  uid: string,
  n: unknown,
): Promise<SpeltVersion> {
  const version = VersionNumber.safeParse(n);
  const row = version.success
    ? await tx.dashboardVersion.findFirst({
        where: {
          tenantId: ctx.tenant.id,
          version: version.data,
          dashboard: { tenantId: ctx.tenant.id, uid },
        },
        select: { ...versionFields, dashboardId: true },
      })
    : null;
  const documentText = row && (await versionText(tx, ctx, row));
  if (row === null || documentText === null)
    throw new AppError(
      "NOT_FOUND",
      `There is no version ${String(n).slice(0, 20)} of the dashboard "${uid}".`,
    );
  return { ...toVersion(row), documentText };
}

export async function getVersion(ctx: TenantContext, uid: string, n: unknown): Promise<SpeltVersion> {
  assertCan(ctx, "dashboard:read");
  return withTenant(ctx, (tx) => readVersion(tx, ctx, uid, n));
}
