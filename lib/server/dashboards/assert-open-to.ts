import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";

/** Folders may ask for a higher role than the tenant does. */
export function assertOpenTo(ctx: TenantContext, editedFrom: Role): void {
  if (hasRole(ctx.role, editedFrom)) return;
  throw new AppError(
    "FORBIDDEN",
    `What lies in this folder is changed by the role ${editedFrom} or higher; yours in ${ctx.tenant.name} is ${ctx.role}.`,
    { needs: editedFrom, role: ctx.role },
  );
}
