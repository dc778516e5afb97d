import type { Folder } from "@/lib/shared/dashboards/folder";

/** The folder and all below it; null is the whole tenant. */
export function foldersBelow(folders: readonly Folder[], rootUid: string | null): Folder[] {
  if (rootUid === null) return [...folders];
  const inside = new Set([rootUid]);
  for (let grown = true; grown; ) {
    const found = folders.filter(({ uid, parentUid }) => !inside.has(uid) && inside.has(parentUid ?? ""));
    for (const { uid } of found) inside.add(uid);
    grown = found.length > 0;
  }
  return folders.filter(({ uid }) => inside.has(uid));
}

/** A path in the archive for each folder, made of titles; equal ones are told apart by their uid. */
export function folderPaths(folders: readonly Folder[]): Map<string, string> {
  const byUid = new Map(folders.map((folder) => [folder.uid, folder]));
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  const pathOf = (folder: Folder): string => {
    const known = paths.get(folder.uid);
    if (known !== undefined) return known;
    const parent = folder.parentUid === null ? undefined : byUid.get(folder.parentUid);
    const name = `${parent ? `${pathOf(parent)}/` : ""}${fileName(folder.title)}`;
    const path = taken.has(name.toLowerCase()) ? `${name} (${folder.uid})` : name;
    taken.add(path.toLowerCase());
    paths.set(folder.uid, path);
    return path;
  };
  for (const folder of folders) pathOf(folder);
  return paths;
}

/** What no file system minds. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}/\\:*?"<>|]/gu, "_")
    .replace(/^\.+|[. ]+$/g, "_")
    .slice(0, 100)
    .trim();
  return name || "folder";
}
