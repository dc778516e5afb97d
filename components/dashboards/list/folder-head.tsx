"use client";

import { IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { capitalized } from "@/components/ui/capitalized";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { folderChain, writableFolders } from "@/lib/client/dashboards/folder-tree";
import { wholeList, writeListUrl } from "@/lib/client/dashboards/list-url";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import type { FolderDialog } from "./folder-dialogs";
import classes from "./folder-head.module.css";
import type { FolderMenuProps } from "./folder-menu-items";

const load = () => import("./folder-menu-items");
const FolderMenuItems = dynamic(() => load().then((module) => module.FolderMenuItems), { ssr: false });
const FolderDialogs = dynamic(() => import("./folder-dialogs").then((m) => m.FolderDialogs), { ssr: false });

interface FolderHeadProps {
  tenant: string;
  role: Role;
  folder: Folder;
  folders: readonly Folder[];
}

/** The way to the open folder, what it is closed to, and what can be done with it. */
export function FolderHead({ tenant, role, folder, folders }: FolderHeadProps) {
  const [dialog, setDialog] = useState<FolderDialog | null>(null);
  const above = folderChain(folders, folder.uid).slice(0, -1);
  const place = (uid: string) => `/t/${tenant}/dashboards${writeListUrl({ ...wholeList, folder: uid })}`;
  const elsewhere = writableFolders(folders, role).filter(
    ({ uid }) => !folderChain(folders, uid).some((part) => part.uid === folder.uid),
  );
  const mayChange = can(role, "folder:write") && hasRole(role, folder.editedFrom);
  return (
    <div className={classes.head}>
      {above.map(({ uid, title }) => (
        <span key={uid} className={classes.above}>
          <Link href={place(uid)}>{title}</Link> /
        </span>
      ))}
      <h1>{folder.title}</h1>
      {mayChange ? <FolderMenu tenant={tenant} role={role} folder={folder} onOpen={setDialog} /> : null}
      <span className={classes.roles}>{rolesInWords(folder)}</span>
      {dialog ? (
        <FolderDialogs {...{ tenant, folder, dialog }} folders={elsewhere} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}

function FolderMenu(props: FolderMenuProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <IconButton
        small
        aria-label={`Menu of the folder ${props.folder.title}`}
        aria-haspopup="menu"
        {...overlay.button}
      >
        <IconChevronDown size={15} />
      </IconButton>
      {overlay.anchor ? <FolderMenuItems {...props} overlay={overlay} anchor={overlay.anchor} /> : null}
    </>
  );
}

function rolesInWords({ seenFrom, editedFrom }: Folder): string {
  const parts = [
    ...(seenFrom === "viewer" ? [] : [`seen by the role ${seenFrom} and higher`]),
    ...(editedFrom === "editor" || editedFrom === seenFrom
      ? []
      : [`changed by the role ${editedFrom} and higher`]),
  ];
  return capitalized(parts.join(", "));
}
