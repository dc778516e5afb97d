import type { Folder } from "@/lib/shared/dashboards/folder";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";

export interface FolderNode extends Folder {
  /** 0 at the top level. */
  depth: number;
  /** The titles of the folders above and its own: `Infrastructure / Kafka`. */
  path: string;
  hasChildren: boolean;
}

/** All folders from the top down, each followed by what lies in it; one whose parent is unknown stands at the top. */
export function flattenFolders(folders: readonly Folder[]): FolderNode[] {
  const known = new Set(folders.map(({ uid }) => uid));
  const children = Map.groupBy(folders, ({ parentUid }) =>
    parentUid !== null && known.has(parentUid) ? parentUid : null,
  );
  const below = (parent: FolderNode | null): FolderNode[] =>
    (children.get(parent?.uid ?? null) ?? [])
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .flatMap((folder) => {
        const node: FolderNode = {
          ...folder,
          depth: parent ? parent.depth + 1 : 0,
          path: parent ? `${parent.path} / ${folder.title}` : folder.title,
          hasChildren: children.has(folder.uid),
        };
        return [node, ...below(node)];
      });
  return below(null);
}

/** The folder and those above it, the highest first. */
export function folderChain(folders: readonly Folder[], uid: string | null): Folder[] {
  const byUid = new Map(folders.map((folder) => [folder.uid, folder]));
  const chain: Folder[] = [];
  for (
    let next = byUid.get(uid ?? "");
    next && !chain.includes(next);
    next = byUid.get(next.parentUid ?? "")
  ) {
    chain.unshift(next);
  }
  return chain;
}

/** Where the role may put something. */
export function writableFolders<F extends Folder>(folders: readonly F[], role: Role): F[] {
  return folders.filter(({ editedFrom }) => hasRole(role, editedFrom));
}
