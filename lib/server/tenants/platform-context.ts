import { AppError } from "@/lib/shared/errors";
import type { Actor } from "./context";

/** A person who asks outside any tenant. */
export interface PlatformContext {
  user: { id: string; name: string; isPlatformAdmin: boolean };
  requestId: string;
  ip: string | null;
}

/** The first line of every platform verb. */
export function assertPlatformAdmin({ user }: PlatformContext): void {
  if (user.isPlatformAdmin) return;
  throw new AppError("FORBIDDEN", "Only platform administrators may do this.");
}

/** The audit log of a tenant shows platform administrators as the persons they are. */
export function auditContext(ctx: PlatformContext, tenant: { id: string }) {
  const actor: Actor = { kind: "user", id: ctx.user.id, name: ctx.user.name };
  return { tenant, actor, requestId: ctx.requestId, ip: ctx.ip };
}

export function noTenant(slug: string): AppError {
  return new AppError("NOT_FOUND", `There is no tenant "${slug.slice(0, 60)}".`);
}
