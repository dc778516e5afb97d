import type { Tx } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";
import { getQuota } from "@/lib/server/tenants/quota";
import type { JsonObject } from "@/lib/shared/json";
import { hashDocument } from "./hash-document";

interface NewVersion {
  dashboardId: string;
  version: number;
  document: JsonObject;
  message: string;
}

/** Adds an immutable version and lets go of those beyond what the tenant keeps. */
export async function writeVersion(
  tx: Tx,
  ctx: TenantContext,
  { dashboardId, version, document, message }: NewVersion,
): Promise<void> {
  const author = authorOf(ctx);
  await tx.dashboardVersion.create({
    data: {
      tenantId: ctx.tenant.id,
      dashboardId,
      version,
      document,
      hash: hashDocument(document),
      message,
      createdById: author.id,
      createdByName: author.name,
    },
    select: { id: true },
  });
  const keep = await getQuota(tx, ctx, "versionsKept");
  if (version > keep) await tx.$queryRaw`SELECT prune_dashboard_versions(${dashboardId}::uuid, ${keep}::int)`;
}
