import type { Caller, Entry, Role } from "./types.ts";

const ofRole: Record<Role, number> = { Viewer: 1, Editor: 2, Admin: 4 };

/** Permission level of the caller on an entry: 0 none, 1 view, 2 edit, 4 admin. */
export function levelOn(caller: Caller, entry: Entry | undefined): number {
  if (caller.role === "Admin" || !entry) return ofRole[caller.role];
  const acl = entry.acl ?? caller.org.entries.get(entry.folderId)?.acl;
  if (!acl) return ofRole[caller.role];
  const levels = caller.role === "Editor" ? [acl.Editor, acl.Viewer] : [acl.Viewer];
  return Math.max(0, ...levels.map((level) => level ?? 0));
}

export const canView = (caller: Caller, entry: Entry) => levelOn(caller, entry) >= 1;
export const canSave = (caller: Caller, entry: Entry | undefined) => levelOn(caller, entry) >= 2;
export const canAdmin = (caller: Caller, entry: Entry | undefined) => levelOn(caller, entry) >= 4;
export const isEditor = (caller: Caller) => ofRole[caller.role] >= 2;
export const isAdmin = (caller: Caller) => caller.role === "Admin";
