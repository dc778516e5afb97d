import type { Prisma } from "@/generated/prisma/client";
import { withTenant } from "@/lib/server/db";
import { likeText } from "@/lib/server/db-like";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { type AuditEvent, AuditFilter } from "@/lib/shared/tenants/tenant";

type AuditRow = Prisma.AuditEventGetPayload<object>;

function toAuditEvent(row: AuditRow): AuditEvent {
  const details =
    typeof row.details === "object" && row.details !== null && !Array.isArray(row.details) ? row.details : {};
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId },
    ip: row.ip,
    requestId: row.requestId,
    details,
  };
}

/** A filter from the query text of a request. */
export function auditFilterOf(query: URLSearchParams): Record<string, unknown> {
  const names = ["query", "action", "actor", "from", "to", "cursor"];
  const given = names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []));
  return {
    ...Object.fromEntries(given),
    ...(query.has("limit") ? { limit: Number(query.get("limit")) } : {}),
  };
}

function decodeCursor(cursor: string): { at: Date; id: string } {
  const [at = "", id = ""] = Buffer.from(cursor, "base64url").toString("utf8").split("|");
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError("INVALID_INPUT", "This cursor is not one of ours. Begin again without it.");
  }
  return { at: new Date(at), id };
}

/** Newest first. */
export async function listAudit(
  ctx: TenantContext,
  input: unknown,
): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
  assertCan(ctx, "audit:read");
  const { query, action, actor, from, to, limit, cursor } = AuditFilter.parse(input);
  const and: Prisma.AuditEventWhereInput[] = [];
  if (query) {
    const contains = { contains: likeText(query), mode: "insensitive" as const };
    and.push({
      OR: [{ actorName: contains }, { action: contains }, { subjectId: contains }, { subjectType: contains }],
    });
  }
  if (action) and.push({ action });
  if (actor) and.push({ OR: [{ actorId: actor }, { actorName: actor }] });
  if (from) and.push({ at: { gte: new Date(from) } });
  if (to) and.push({ at: { lte: new Date(to) } });
  if (cursor) {
    const after = decodeCursor(cursor);
    and.push({ OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] });
  }
  const rows = await withTenant(ctx, (tx) =>
    tx.auditEvent.findMany({
      where: { tenantId: ctx.tenant.id, AND: and },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? Buffer.from(`${last.at.toISOString()}|${last.id}`).toString("base64url")
      : null;
  return { items: page.map(toAuditEvent), nextCursor };
}
