import { randomUUID } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";
import { getQuota } from "@/lib/server/tenants/quota";
import type { StorableDocument } from "./storable-document";

interface NewVersion {
  dashboardId: string;
  version: number;
  content: Pick<StorableDocument, "text" | "hash">;
  message: string;
}

const longText = 1_000_000;

/** Prisma copies every parameter twice, with two bytes a letter once one is beyond Latin: then base64 takes half of that. */
function asJson(text: string): Prisma.Sql {
  if (text.length < longText || Buffer.byteLength(text) === text.length) return Prisma.sql`${text}::json`;
  return Prisma.sql`convert_from(decode(${Buffer.from(text).toString("base64")}, 'base64'), 'UTF8')::json`;
}

/** Writes the document, adds an immutable version of it and lets go of those beyond what the tenant keeps. */
export async function writeVersion(
  tx: Tx,
  ctx: TenantContext,
  { dashboardId, version, content: { text, hash }, message }: NewVersion,
): Promise<void> {
  const author = authorOf(ctx);
  const tenantId = ctx.tenant.id;
  await tx.$executeRaw`
    WITH written AS (
      UPDATE dashboards SET document = ${asJson(text)}
      WHERE tenant_id = ${tenantId}::uuid AND id = ${dashboardId}::uuid RETURNING document)
    INSERT INTO dashboard_versions
      (id, tenant_id, dashboard_id, version, document, hash, message, created_by_id, created_by_name)
    SELECT ${randomUUID()}::uuid, ${tenantId}::uuid, ${dashboardId}::uuid, ${version}, document,
      ${hash}, ${message}, ${author.id}::uuid, ${author.name}
    FROM written`;
  const keep = await getQuota(tx, ctx, "versionsKept");
  if (version > keep) await tx.$queryRaw`SELECT prune_dashboard_versions(${dashboardId}::uuid, ${keep}::int)`;
}
