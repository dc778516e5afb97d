import { hasRole, type Role } from "./roles";

/** Every permission inside a tenant, with the least role that has it. */
export const permissions = {
  "dashboard:read": "viewer",
  "dashboard:star": "viewer",
  "dashboard:write": "editor",
  "dashboard:delete": "editor",
  "annotation:write": "editor",
  "folder:write": "editor",
  "folder:permissions": "admin",
  "query:run": "viewer",
  "query:draft": "editor",
  /** Queries that stand in no dashboard. */
  "query:free": "editor",
  "publish:read": "publisher",
  "publish:apply": "publisher",
  "grafana-target:read": "publisher",
  "grafana-target:write": "admin",
  "datasource:read": "viewer",
  "datasource:write": "admin",
  "member:read": "admin",
  "member:write": "admin",
  "quota:read": "admin",
  "token:read": "admin",
  "token:write": "admin",
  "audit:read": "admin",
  "alert:read": "viewer",
  "alert:write": "editor",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof permissions;

export function can(role: Role, permission: Permission): boolean {
  return hasRole(role, permissions[permission]);
}
