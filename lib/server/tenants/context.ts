import { AppError } from "@/lib/shared/errors";
import { can, type Permission, permissions } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";

export interface Actor {
  kind: "user" | "token" | "system";
  id: string;
  name: string;
}

/** Who asks, in which tenant, with which role: the first argument of every verb. */
export interface TenantContext {
  tenant: { id: string; slug: string; name: string };
  actor: Actor;
  role: Role;
  requestId: string;
  ip: string | null;
  /** Datasources and limits as they were when the request came in, unread; only where its route asks for them. */
  queryFacts?: unknown;
}

/**
 * Queries that stand in no dashboard. A machine has its token from an admin, and reads as a Prometheus client does; of
 * people those may who write dashboards.
 */
export function mayQueryFreely({ actor, role }: TenantContext): boolean {
  return actor.kind !== "user" || can(role, "query:free");
}

export function assertMayQueryFreely(ctx: TenantContext): void {
  if (!mayQueryFreely(ctx)) assertCan(ctx, "query:free");
}

/** The first line of every verb. */
export function assertCan(ctx: TenantContext, permission: Permission): void {
  if (can(ctx.role, permission)) return;
  throw new AppError(
    "FORBIDDEN",
    `This needs the role ${permissions[permission]} or higher; yours in ${ctx.tenant.name} is ${ctx.role}.`,
    { permission, role: ctx.role },
  );
}
