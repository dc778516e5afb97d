"use client";

import {
  IconClock,
  IconFolder,
  IconFolderOpen,
  IconLayoutDashboard,
  IconLock,
  IconStar,
  IconTrash,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { flattenFolders, folderChain } from "@/lib/client/dashboards/folder-tree";
import { type ListUrl, wholeList, writeListUrl } from "@/lib/client/dashboards/list-url";
import type { Folder } from "@/lib/shared/dashboards/folder";
import classes from "./folder-nav.module.css";

interface FolderNavProps {
  tenant: string;
  state: ListUrl;
  folders: readonly Folder[];
  canEdit: boolean;
}

/** Where the list can stand. Folders below one that is not open are left out. */
export function FolderNav({ tenant, state, folders, canEdit }: FolderNavProps) {
  const open = new Set(folderChain(folders, state.folder).map(({ uid }) => uid));
  const shown = flattenFolders(folders).filter(
    ({ parentUid, depth }) => depth === 0 || open.has(parentUid ?? ""),
  );
  const place = (part: Partial<ListUrl>) =>
    `/t/${tenant}/dashboards${writeListUrl({ ...wholeList, ...part })}`;
  const everywhere = state.folder === null && !state.trash && !state.seen && !state.starred;
  return (
    <nav className={classes.nav} aria-label="Folders">
      <Entry href={place({})} current={everywhere} icon={<IconLayoutDashboard size={15} aria-hidden />}>
        All dashboards
      </Entry>
      <Entry href={place({ seen: true })} current={state.seen} icon={<IconClock size={15} aria-hidden />}>
        Recently seen
      </Entry>
      <Entry
        href={place({ starred: true })}
        current={state.starred}
        icon={<IconStar size={15} aria-hidden />}
      >
        Starred
      </Entry>
      {folders.length > 0 ? (
        <Entry
          href={place({ folder: "" })}
          current={state.folder === ""}
          icon={<IconFolder size={15} aria-hidden />}
        >
          Top level
        </Entry>
      ) : null}
      {shown.map((folder) => (
        <Entry
          key={folder.uid}
          href={place({ folder: folder.uid })}
          current={state.folder === folder.uid}
          depth={folder.depth}
          icon={
            open.has(folder.uid) ? (
              <IconFolderOpen size={15} aria-hidden />
            ) : (
              <IconFolder size={15} aria-hidden />
            )
          }
          count={folder.dashboards}
        >
          <span className={classes.title} title={folder.title}>
            {folder.title}
          </span>
          {(folder.viewRole ?? folder.editRole) ? (
            <IconLock size={12} aria-label="Narrowed to roles" />
          ) : null}
        </Entry>
      ))}
      {canEdit ? (
        <Entry href={place({ trash: true })} current={state.trash} icon={<IconTrash size={15} aria-hidden />}>
          Trash
        </Entry>
      ) : null}
    </nav>
  );
}

interface EntryProps {
  href: string;
  current: boolean;
  icon: ReactNode;
  depth?: number;
  count?: number;
  children: ReactNode;
}

function Entry({ href, current, icon, depth = 0, count, children }: EntryProps) {
  return (
    <Link
      href={href}
      className={classes.entry}
      style={{ paddingLeft: 8 + 14 * Math.min(depth, 6) }}
      aria-current={current ? "page" : undefined}
    >
      {icon}
      <span className={classes.label}>{children}</span>
      {count ? <span className={classes.count}>{count}</span> : null}
    </Link>
  );
}
