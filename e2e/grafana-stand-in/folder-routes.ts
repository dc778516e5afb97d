import { canAdmin, canSave, canView } from "./access.ts";
import { ok, refuse } from "./answers.ts";
import { urlOf } from "./dashboard-routes.ts";
import { readBody } from "./read-body.ts";
import { saveEntry } from "./save-entry.ts";
import { findByUid, type Store } from "./store.ts";
import type { Answer, Call, Entry, JsonObject } from "./types.ts";

const folderBody = {
  name: "CreateFolderCommand",
  fields: {
    uid: "string" as const,
    title: "string" as const,
    version: "number" as const,
    overwrite: "boolean" as const,
  },
  required: [],
};

const notFound = () => refuse(404, "folder not found", "not-found");

export function createFolder(store: Store, call: Call): Answer {
  const { uid = "", title = "" } = readBody(call, folderBody, store.traits);
  const command = { folderId: 0, isFolder: true, overwrite: false, message: "" };
  const folder = saveEntry(store, call.caller, { ...command, data: { uid, title, schemaVersion: 17 } });
  return ok(folderAnswer(store, call, folder));
}

function folderAnswer(store: Store, call: Call, folder: Entry): JsonObject {
  const saves = canSave(call.caller, folder);
  return {
    id: folder.id,
    uid: folder.uid,
    title: folder.title,
    url: urlOf(store, folder),
    hasAcl: folder.acl !== null,
    canSave: saves,
    canEdit: saves,
    canAdmin: canAdmin(call.caller, folder),
    createdBy: "Anonymous",
    created: folder.created,
    updatedBy: "Anonymous",
    updated: folder.updated,
    version: folder.version,
  };
}

export function listFolders(_store: Store, call: Call): Answer {
  const limit = Number(call.query.get("limit") ?? 0) || 1000;
  const folders = [...call.caller.org.entries.values()]
    .filter((entry) => entry.isFolder && canView(call.caller, entry))
    .sort((a, b) => a.title.localeCompare(b.title))
    .slice(0, limit);
  return ok(folders.map(({ id, uid, title }) => ({ id, uid, title })));
}

export const getFolder = (store: Store, call: Call) =>
  show(store, call, findByUid(call.caller.org, call.params[0] ?? ""));

export function getFolderById(store: Store, call: Call): Answer {
  const id = Number(call.params[0]);
  if (id === 0) return refuse(400, "Unique identifier needed to be able to get a dashboard");
  return show(store, call, call.caller.org.entries.get(id));
}

function show(store: Store, call: Call, folder: Entry | undefined): Answer {
  if (!folder?.isFolder) return notFound();
  return canView(call.caller, folder) ? ok(folderAnswer(store, call, folder)) : refuse(403, "Access denied");
}

export function updateFolder(store: Store, call: Call): Answer {
  const { title = "", version = 0, overwrite } = readBody(call, folderBody, store.traits);
  const folder = findByUid(call.caller.org, call.params[0] ?? "");
  if (!folder?.isFolder) return notFound();
  const saved = saveEntry(store, call.caller, {
    data: { ...folder.data, id: folder.id, uid: folder.uid, title, version },
    folderId: 0,
    isFolder: true,
    overwrite: overwrite === true,
    message: "",
  });
  return ok(folderAnswer(store, call, saved));
}

export function deleteFolder(store: Store, call: Call): Answer {
  const { org } = call.caller;
  const folder = findByUid(org, call.params[0] ?? "");
  if (!folder?.isFolder) return notFound();
  if (!canSave(call.caller, folder)) return refuse(403, "Access denied");
  for (const entry of [...org.entries.values()]) {
    if (entry.id === folder.id || entry.folderId === folder.id) org.entries.delete(entry.id);
  }
  store.writes += 1;
  return ok({ id: folder.id, message: `Folder ${folder.title} deleted`, title: folder.title });
}
