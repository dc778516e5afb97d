import { canAdmin, canSave, canView } from "./access.ts";
import { ok, Refusal, refuse } from "./answers.ts";
import { isObject, readBody } from "./read-body.ts";
import { saveEntry } from "./save-entry.ts";
import { findByUid, type Store } from "./store.ts";
import type { Answer, Call, Entry, JsonObject } from "./types.ts";

const saveBody = {
  name: "SaveDashboardCommand",
  fields: {
    dashboard: "any" as const,
    folderId: "number" as const,
    folderUid: "string" as const,
    message: "string" as const,
    overwrite: "boolean" as const,
    isFolder: "boolean" as const,
  },
  required: ["dashboard"],
};

export function saveDashboard(store: Store, call: Call): Answer {
  const body = readBody(call, saveBody, store.traits);
  const entry = saveEntry(store, call.caller, {
    data: isObject(body.dashboard) ? body.dashboard : {},
    folderId: folderIdOf(store, call, body),
    isFolder: body.isFolder === true,
    overwrite: body.overwrite === true,
    message: typeof body.message === "string" ? body.message : "",
  });
  return ok(savedAnswer(store, entry));
}

/** From 8.0 folderUid wins over folderId; 7.5 does not know it. Neither of them means General. */
function folderIdOf(store: Store, call: Call, body: JsonObject): number {
  if (store.traits.folderUid && typeof body.folderUid === "string" && body.folderUid !== "") {
    const folder = findByUid(call.caller.org, body.folderUid);
    if (!folder?.isFolder) throw new Refusal(refuse(400, "Folder not found"));
    return folder.id;
  }
  return typeof body.folderId === "number" ? body.folderId : 0;
}

function savedAnswer(store: Store, entry: Entry): JsonObject {
  const { id, slug, uid, version } = entry;
  return { id, slug, status: "success", uid, url: urlOf(store, entry), version };
}

export function urlOf(store: Store, entry: Entry): string {
  return `${store.subPath}${entry.isFolder ? "/dashboards/f" : "/d"}/${entry.uid}/${entry.slug}`;
}

export function getDashboard(store: Store, call: Call): Answer {
  const entry = findByUid(call.caller.org, call.params[0] ?? "");
  if (!entry) return refuse(404, "Dashboard not found");
  if (!canView(call.caller, entry)) return refuse(403, "Access denied to this dashboard");
  return ok({ meta: metaOf(store, call, entry), dashboard: entry.data });
}

function metaOf(store: Store, call: Call, entry: Entry): JsonObject {
  const folder = call.caller.org.entries.get(entry.folderId);
  const saves = canSave(call.caller, entry);
  return {
    type: "db",
    canSave: saves,
    canEdit: saves,
    canAdmin: canAdmin(call.caller, entry),
    canStar: !call.caller.isAnonymous,
    slug: entry.slug,
    url: urlOf(store, entry),
    expires: "0001-01-01T00:00:00Z",
    created: entry.created,
    updated: entry.updated,
    updatedBy: "Anonymous",
    createdBy: "Anonymous",
    version: entry.version,
    hasAcl: entry.acl !== null,
    isFolder: entry.isFolder,
    folderId: entry.folderId,
    ...(store.traits.folderUid ? { folderUid: folder?.uid ?? "" } : {}),
    folderTitle: folder?.title ?? "General",
    folderUrl: folder ? urlOf(store, folder) : "",
    provisioned: entry.provisioned !== null && !entry.provisioned.allowUiUpdates,
    provisionedExternalId: entry.provisioned?.externalId ?? "",
  };
}

export function deleteDashboard(store: Store, call: Call): Answer {
  const { org } = call.caller;
  const entry = findByUid(org, call.params[0] ?? "");
  if (!entry) return refuse(404, "Dashboard not found");
  if (!canSave(call.caller, entry)) return refuse(403, "Access denied to this dashboard");
  if (entry.provisioned) return refuse(400, "provisioned dashboard cannot be deleted");
  org.entries.delete(entry.id);
  store.writes += 1;
  return ok({ id: entry.id, message: `Dashboard ${entry.title} deleted`, title: entry.title });
}

/** The start page tells by `canEdit` whether the caller's role may edit at all. */
export function getHome(_store: Store, call: Call): Answer {
  const edits = call.caller.role !== "Viewer";
  const meta = {
    canSave: false,
    canEdit: edits,
    canAdmin: false,
    canStar: false,
    isHome: true,
    folderTitle: "General",
  };
  return ok({ meta, dashboard: { title: "Home", panels: [], schemaVersion: 22, version: 0 } });
}
