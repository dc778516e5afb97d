import { canSave } from "./access.ts";
import { ok, refuse } from "./answers.ts";
import { urlOf } from "./dashboard-routes.ts";
import { readBody } from "./read-body.ts";
import { saveEntry } from "./save-entry.ts";
import { findByUid, type Store } from "./store.ts";
import type { Answer, Call, Entry, Version } from "./types.ts";

export const listVersions = (store: Store, call: Call) =>
  listOf(store, call, call.caller.org.entries.get(Number(call.params[0])));

export const listVersionsByUid = (store: Store, call: Call) =>
  listOf(store, call, findByUid(call.caller.org, call.params[0] ?? ""));

function listOf(store: Store, call: Call, entry: Entry | undefined): Answer {
  if (!entry || !canSave(call.caller, entry)) return refuse(403, "Access denied to this dashboard");
  const start = Number(call.query.get("start") ?? 0);
  const limit = Number(call.query.get("limit") ?? 0) || 1000;
  const items = entry.versions.slice(start, start + limit).map((version) => {
    // Of a first version the list does not give the message; the version itself does.
    const message = version.parentVersion === 0 ? "Initial save" : version.message;
    return summary(entry, { ...version, message });
  });
  return ok(store.traits.versionsEnvelope ? { continueToken: "", versions: items } : items);
}

function summary(entry: Entry, { id, version, parentVersion, created, message }: Version) {
  return {
    id,
    dashboardId: entry.id,
    parentVersion,
    restoredFrom: 0,
    version,
    created,
    createdBy: "",
    message,
  };
}

export const getVersion = (_store: Store, call: Call) =>
  oneOf(call, call.caller.org.entries.get(Number(call.params[0])));

export const getVersionByUid = (_store: Store, call: Call) =>
  oneOf(call, findByUid(call.caller.org, call.params[0] ?? ""));

function oneOf(call: Call, entry: Entry | undefined): Answer {
  if (!entry || !canSave(call.caller, entry)) return refuse(403, "Access denied to this dashboard");
  const wanted = call.params[1];
  const version = entry.versions.find((candidate) => String(candidate.version) === wanted);
  if (!version) return refuse(500, `Dashboard version ${wanted} not found for dashboardId ${entry.id}`);
  return ok({ ...summary(entry, version), data: version.data, createdBy: "Anonymous" });
}

const restoreBody = {
  name: "RestoreDashboardVersionCommand",
  fields: { version: "number" as const },
  required: ["version"],
};

export function restoreVersion(store: Store, call: Call): Answer {
  const { version } = readBody(call, restoreBody, store.traits);
  const entry = call.caller.org.entries.get(Number(call.params[0]));
  if (!entry || !canSave(call.caller, entry)) return refuse(403, "Access denied to this dashboard");
  const old = entry.versions.find((candidate) => candidate.version === version);
  if (!old) return refuse(404, "Dashboard version not found");
  const saved = saveEntry(store, call.caller, {
    data: { ...old.data, id: entry.id, uid: entry.uid, version: entry.version },
    folderId: entry.folderId,
    isFolder: false,
    overwrite: false,
    message: `Restored from version ${version}`,
  });
  const { id, slug, uid } = saved;
  return ok({ id, slug, status: "success", uid, url: urlOf(store, saved), version: saved.version });
}
