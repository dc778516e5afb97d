import { callApi, tenantApi } from "@/lib/client/api-client";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { folderPathOf } from "@/lib/shared/dashboards/import-forms/folder-path";
import type { ArchivedFolders } from "./read-dropped-files";

/** Finds or makes the folders that paths name, below one of the tenant's; each is asked for once. */
export function folderMaker(tenant: string, rootUid: string | null, archived: ArchivedFolders) {
  const known = new Map<string, Promise<string | null>>([["", Promise.resolve(rootUid)]]);
  const ensure = (path: string): Promise<string | null> => {
    const before = known.get(path);
    if (before) return before;
    const made = findOrMake(path);
    known.set(path, made);
    return made;
  };
  const findOrMake = async (path: string): Promise<string | null> => {
    const parentUid = await ensure(path.split("/").slice(0, -1).join("/"));
    const stored = archived[path];
    const title = stored?.title ?? path.split("/").at(-1) ?? path;
    const { items } = await callApi<{ items: Folder[] }>(tenantApi(tenant, "folders"));
    const found =
      items.find(({ uid }) => uid === stored?.uid) ??
      items.find((folder) => folder.parentUid === parentUid && folder.title === title);
    if (found) return found.uid;
    const body = { title, parentUid, ...(stored && { uid: stored.uid }) };
    return (await callApi<Folder>(tenantApi(tenant, "folders"), { method: "POST", body })).uid;
  };
  return (filePath: string) => ensure(folderPathOf(filePath));
}
