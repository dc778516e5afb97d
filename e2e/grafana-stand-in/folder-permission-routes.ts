import { canAdmin } from "./access.ts";
import { ok, refuse } from "./answers.ts";
import { urlOf } from "./dashboard-routes.ts";
import { isObject, readBody } from "./read-body.ts";
import { findByUid, type Store } from "./store.ts";
import type { Answer, Call, Entry, Role } from "./types.ts";

const names: Record<number, string> = { 1: "View", 2: "Edit", 4: "Admin" };
const editable: Role[] = ["Viewer", "Editor"];

export function getFolderPermissions(store: Store, call: Call): Answer {
  const folder = findByUid(call.caller.org, call.params[0] ?? "");
  if (!folder?.isFolder) return refuse(404, "folder not found", "not-found");
  if (!canAdmin(call.caller, folder)) return refuse(403, "Access denied");
  const acl = folder.acl ?? { Viewer: 1, Editor: 2 };
  return ok(editable.flatMap((role) => (acl[role] ? [permissionRow(store, folder, role, acl[role])] : [])));
}

function permissionRow(store: Store, folder: Entry, role: Role, permission: number) {
  return {
    folderId: folder.id,
    created: folder.created,
    updated: folder.updated,
    userId: 0,
    userLogin: "",
    userEmail: "",
    userAvatarUrl: "",
    teamId: 0,
    teamEmail: "",
    teamAvatarUrl: "",
    team: "",
    role,
    permission,
    permissionName: names[permission] ?? "",
    uid: folder.uid,
    title: folder.title,
    slug: folder.slug,
    isFolder: true,
    url: urlOf(store, folder),
    inherited: false,
  };
}

const body = { name: "UpdateDashboardAclCommand", fields: { items: "any" as const }, required: [] };

/** Replaces the whole list. */
export function setFolderPermissions(store: Store, call: Call): Answer {
  const { items } = readBody(call, body, store.traits);
  const folder = findByUid(call.caller.org, call.params[0] ?? "");
  if (!folder?.isFolder) return refuse(404, "folder not found", "not-found");
  if (!canAdmin(call.caller, folder)) return refuse(403, "Access denied");
  folder.acl = {};
  for (const item of Array.isArray(items) ? items : []) {
    const role = isObject(item) ? editable.find((candidate) => candidate === item.role) : undefined;
    if (role && isObject(item)) folder.acl[role] = Number(item.permission);
  }
  return ok({ id: folder.id, message: "Folder permissions updated", title: folder.title });
}
