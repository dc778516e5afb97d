import { findByUid, nowText, type Store, shortUid, writeEntry } from "./store.ts";
import type { Entry, JsonObject, Org } from "./types.ts";

export interface ProvisionedFile {
  /** Path relative to the provider's folder. */
  path: string;
  dashboard: JsonObject;
  allowUiUpdates?: boolean;
  folder?: { uid: string; title: string };
}

/** What a file provider does with a dashboard of its folder: it writes past every check. */
export function provisionDashboard(store: Store, file: ProvisionedFile): void {
  const { path, dashboard, allowUiUpdates = false } = file;
  const org = store.orgs.get(1);
  if (!org) throw new Error("The main organization is gone.");
  const folderId = file.folder ? provisionFolder(store, org, file.folder).id : 0;
  const uid = typeof dashboard.uid === "string" ? dashboard.uid : shortUid();
  const before = findByUid(org, uid);
  const at = nowText();
  const entry = {
    id: before?.id ?? store.nextId("entry"),
    uid,
    title: String(dashboard.title),
    isFolder: false,
    folderId,
    version: (before?.version ?? 0) + 1,
    data: dashboard,
    created: before?.created ?? at,
    updated: at,
    acl: null,
    provisioned: { externalId: path, allowUiUpdates },
  };
  writeEntry(store, org, entry, "");
}

function provisionFolder(store: Store, org: Org, { uid, title }: { uid: string; title: string }): Entry {
  const at = nowText();
  const data = { schemaVersion: 17 };
  const fixed = {
    isFolder: true,
    folderId: 0,
    version: 1,
    data,
    created: at,
    updated: at,
    acl: null,
    provisioned: null,
  };
  return (
    findByUid(org, uid) ?? writeEntry(store, org, { ...fixed, id: store.nextId("entry"), uid, title }, "")
  );
}
