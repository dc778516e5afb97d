import { canSave } from "./access.ts";
import { Refusal, refuse } from "./answers.ts";
import { slugOf } from "./slug.ts";
import { findByUid, nowText, type Store, shortUid, writeEntry } from "./store.ts";
import type { Caller, Entry, JsonObject, Org } from "./types.ts";

export interface SaveCommand {
  data: JsonObject;
  folderId: number;
  isFolder: boolean;
  overwrite: boolean;
  message: string;
}

interface Wanted {
  id: number;
  uid: string;
  title: string;
  version: number;
  folderId: number;
  isFolder: boolean;
}

/** The way of every save, of dashboards and folders alike, in Grafana's order of checks. */
export function saveEntry(store: Store, caller: Caller, command: SaveCommand): Entry {
  const wanted = readWanted(command);
  assertQuota(store, caller.org, wanted);
  assertNames(wanted);
  const lockedById = wanted.id > 0 ? caller.org.entries.get(wanted.id) : undefined;
  matchByIdOrUid(caller.org, wanted, command.overwrite);
  if (store.traits.uniqueTitles) matchByTitle(caller.org, wanted, command.overwrite);
  const existing = caller.org.entries.get(wanted.id);
  assertNotProvisioned(store.traits.provisionedByUid ? existing : lockedById);
  assertMaySave(caller, existing, wanted);
  return write(store, caller.org, wanted, command, existing);
}

function readWanted({ data, folderId, isFolder }: SaveCommand): Wanted {
  const id = typeof data.id === "number" ? data.id : 0;
  const uid = typeof data.uid === "string" ? data.uid.trim() : "";
  const named = typeof data.id === "number" || typeof data.uid === "string";
  return {
    id,
    uid,
    title: typeof data.title === "string" ? data.title.trim() : "",
    version: named && typeof data.version === "number" ? data.version : 0,
    folderId,
    isFolder,
  };
}

function assertQuota(store: Store, org: Org, wanted: Wanted): void {
  const limit = store.options.dashboardQuota;
  const unnamed = wanted.id === 0 && (store.traits.quotaWithoutId || wanted.uid === "");
  if (limit === undefined || wanted.isFolder || !unnamed) return;
  const used = [...org.entries.values()].filter((entry) => !entry.isFolder).length;
  if (used >= limit) throw new Refusal(refuse(403, "Quota reached"));
}

function assertNames({ title, uid, isFolder }: Wanted): void {
  if (title === "") {
    const message = isFolder ? "folder title cannot be empty" : "Dashboard title cannot be empty";
    throw new Refusal(refuse(400, message));
  }
  if (isFolder && title.toLowerCase() === "general") {
    throw new Refusal(refuse(400, "A folder with that name already exists"));
  }
  if (!/^[a-zA-Z0-9_-]*$/.test(uid)) throw new Refusal(refuse(400, "uid contains illegal characters"));
  if (uid.length > 40) throw new Refusal(refuse(400, "uid too long, max 40 characters"));
}

function matchByIdOrUid(org: Org, wanted: Wanted, overwrite: boolean): void {
  const byId = wanted.id > 0 ? org.entries.get(wanted.id) : undefined;
  if (wanted.id > 0 && !byId) throw new Refusal(refuse(404, "Dashboard not found", "not-found"));
  if (byId && wanted.uid === "") wanted.uid = byId.uid;
  const byUid = wanted.uid === "" ? undefined : findByUid(org, wanted.uid);
  if (wanted.folderId > 0 && !org.entries.get(wanted.folderId)?.isFolder) {
    throw new Refusal(refuse(404, "Folder not found"));
  }
  if (byId && byUid && byId.id !== byUid.id) {
    throw new Refusal(refuse(400, "A dashboard with the same uid already exists"));
  }
  const existing = byId ?? byUid;
  if (!existing) return;
  if (existing.isFolder !== wanted.isFolder)
    throw new Refusal(refuse(400, "Dashboard cannot be changed to a folder"));
  if (wanted.version !== existing.version && !overwrite) throw versionMismatch(wanted.isFolder);
  wanted.id = existing.id;
  wanted.version = existing.version;
}

function versionMismatch(isFolder: boolean): Refusal {
  const subject = isFolder ? "the folder" : "The dashboard";
  return new Refusal(refuse(412, `${subject} has been changed by someone else`, "version-mismatch"));
}

/** Titles meet by slug: within the folder, and with every folder of the org. Overwriting takes over what it meets. */
function matchByTitle(org: Org, wanted: Wanted, overwrite: boolean): void {
  const slug = slugOf(wanted.title);
  const other = [...org.entries.values()].find(
    (entry) =>
      entry.slug === slug && entry.id !== wanted.id && (entry.isFolder || entry.folderId === wanted.folderId),
  );
  if (!other) return;
  if (wanted.isFolder && (!other.isFolder || !overwrite)) {
    const message = "a folder or dashboard in the general folder with the same name already exists";
    throw new Refusal(refuse(400, message));
  }
  if (other.isFolder && !wanted.isFolder) {
    throw new Refusal(refuse(400, "Dashboard name cannot be the same as folder"));
  }
  if (!overwrite) {
    throw new Refusal(
      refuse(412, "A dashboard with the same name in the folder already exists", "name-exists"),
    );
  }
  wanted.id = other.id;
  wanted.uid = other.uid;
  wanted.version = other.version;
}

function assertNotProvisioned(entry: Entry | undefined): void {
  if (entry?.provisioned && !entry.provisioned.allowUiUpdates) {
    throw new Refusal(refuse(400, "Cannot save provisioned dashboard"));
  }
}

function assertMaySave(caller: Caller, existing: Entry | undefined, wanted: Wanted): void {
  const folder = caller.org.entries.get(wanted.folderId);
  if (wanted.folderId >= 0 && canSave(caller, existing) && canSave(caller, folder)) return;
  throw new Refusal(refuse(403, wanted.isFolder ? "Access denied" : "Access denied to save dashboard"));
}

function write(
  store: Store,
  org: Org,
  wanted: Wanted,
  command: SaveCommand,
  existing: Entry | undefined,
): Entry {
  const updated = nowText();
  const entry = {
    id: existing?.id ?? store.nextId("entry"),
    uid: wanted.uid || existing?.uid || shortUid(),
    title: wanted.title,
    isFolder: wanted.isFolder,
    folderId: wanted.folderId,
    version: existing ? wanted.version + 1 : 1,
    data: withAllowedRefresh(command.data),
    created: existing?.created ?? updated,
    updated,
    acl: existing?.acl ?? null,
    provisioned: existing?.provisioned ?? null,
  };
  return writeEntry(store, org, entry, command.message);
}

/** Below the least interval (5 s), or unreadable: replaced without a word. */
function withAllowedRefresh(data: JsonObject): JsonObject {
  if (typeof data.refresh !== "string" || data.refresh === "") return data;
  const [, amount, unit] = /^(\d+)([smhdwMy])$/.exec(data.refresh) ?? [];
  const isTooShort = unit === undefined || (unit === "s" && Number(amount) < 5);
  return isTooShort ? { ...data, refresh: "5s" } : data;
}
