import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { JsonObject } from "@/lib/shared/json";

export interface AuditEntry {
  /** What was done, for example `dashboard.create`. */
  action: string;
  subject: { type: string; id: string };
  /** Never a secret, never a whole document. */
  details?: JsonObject;
}

type Actor = Pick<TenantContext, "actor" | "requestId" | "ip"> & { tenant: { id: string } };

/** Writes who did what, in the transaction of what was done: neither exists without the other. */
export function recordAudit(tx: Tx, ctx: Actor, entry: AuditEntry): Promise<void> {
  return recordAudits(tx, ctx, [entry]);
}

/** The same for what was done with many at once. */
export async function recordAudits(tx: Tx, ctx: Actor, entries: readonly AuditEntry[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: entries.map(({ action, subject, details = {} }) => ({
      tenantId: ctx.tenant.id,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      ip: ctx.ip,
      requestId: ctx.requestId,
      details,
    })),
  });
}
