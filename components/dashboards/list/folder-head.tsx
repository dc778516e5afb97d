"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown, IconFolderSymlink, IconLock, IconPencil, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { capitalized } from "@/components/ui/capitalized";
import { Link } from "@/components/ui/link";
import { folderChain, writableFolders } from "@/lib/client/dashboards/folder-tree";
import { wholeList, writeListUrl } from "@/lib/client/dashboards/list-url";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import classes from "./folder-head.module.css";
import { FolderRolesDialog } from "./folder-roles-dialog";
import { MoveDialog } from "./move-dialog";
import { TitleDialog } from "./title-dialog";
import { useLibraryActions } from "./use-library-actions";

interface FolderHeadProps {
  tenant: string;
  role: Role;
  folder: Folder;
  folders: readonly Folder[];
}

type Dialog = "rename" | "move" | "roles" | null;

/** The way to the open folder, what it is closed to, and what can be done with it. */
export function FolderHead({ tenant, role, folder, folders }: FolderHeadProps) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { changeFolder } = useLibraryActions(tenant);
  const close = () => setDialog(null);
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
      <h2>{folder.title}</h2>
      {mayChange ? <FolderMenu tenant={tenant} role={role} folder={folder} onOpen={setDialog} /> : null}
      <span className={classes.roles}>{rolesInWords(folder)}</span>
      {dialog === "rename" ? (
        <TitleDialog
          heading={`Rename ${folder.title}`}
          action="Rename folder"
          title={folder.title}
          onClose={close}
          send={async (title) => {
            await changeFolder(folder, { title });
            close();
          }}
        />
      ) : null}
      {dialog === "move" ? (
        <MoveDialog
          what={folder.title}
          folders={elsewhere}
          folderUid={folder.parentUid}
          onMove={({ uid }) => void changeFolder(folder, { parentUid: uid })}
          onClose={close}
        />
      ) : null}
      {dialog === "roles" ? (
        <FolderRolesDialog
          folder={folder}
          onChange={(change) => void changeFolder(folder, change)}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

interface FolderMenuProps {
  tenant: string;
  role: Role;
  folder: Folder;
  onOpen: (dialog: Dialog) => void;
}

function FolderMenu({ tenant, role, folder, onOpen }: FolderMenuProps) {
  const router = useRouter();
  const { deleteFolder } = useLibraryActions(tenant);
  function remove() {
    router.push(`/t/${tenant}/dashboards${writeListUrl({ ...wholeList, folder: folder.parentUid })}`);
    void deleteFolder(folder);
  }
  return (
    <Menu position="bottom-start" width={210}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`Menu of the folder ${folder.title}`}>
          <IconChevronDown size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => onOpen("rename")}>
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderSymlink size={15} aria-hidden />} onClick={() => onOpen("move")}>
          Move
        </Menu.Item>
        {can(role, "folder:permissions") ? (
          <Menu.Item leftSection={<IconLock size={15} aria-hidden />} onClick={() => onOpen("roles")}>
            Who sees and changes it
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
          Delete with contents
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
