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

/** Writes who did what, in the transaction of what was done: neither exists without the other. */
export async function recordAudit(
  tx: Tx,
  ctx: Pick<TenantContext, "actor" | "requestId" | "ip"> & { tenant: { id: string } },
  { action, subject, details = {} }: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
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
    },
  });
}
