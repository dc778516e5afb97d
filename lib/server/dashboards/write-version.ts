import { randomUUID } from "node:crypto";
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
  /** The document as it is to be stored, letter by letter. */
  text: string;
  message: string;
}

/** Writes the document, adds an immutable version of it and lets go of those beyond what the tenant keeps. */
export async function writeVersion(
  tx: Tx,
  ctx: TenantContext,
  { dashboardId, version, document, text, message }: NewVersion,
): Promise<void> {
  const author = authorOf(ctx);
  const tenantId = ctx.tenant.id;
  await tx.$executeRaw`
    WITH written AS (
      UPDATE dashboards SET document = ${text}::json
      WHERE tenant_id = ${tenantId}::uuid AND id = ${dashboardId}::uuid RETURNING document)
    INSERT INTO dashboard_versions
      (id, tenant_id, dashboard_id, version, document, hash, message, created_by_id, created_by_name)
    SELECT ${randomUUID()}::uuid, ${tenantId}::uuid, ${dashboardId}::uuid, ${version}, document,
      ${hashDocument(document)}, ${message}, ${author.id}::uuid, ${author.name}
    FROM written`;
  const keep = await getQuota(tx, ctx, "versionsKept");
  if (version > keep) await tx.$queryRaw`SELECT prune_dashboard_versions(${dashboardId}::uuid, ${keep}::int)`;
}
