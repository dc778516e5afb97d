"use client";

import { Menu } from "@mantine/core";
import { IconFolderSymlink, IconLock, IconPencil, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { wholeList, writeListUrl } from "@/lib/client/dashboards/list-url";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { can } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";
import type { FolderDialog } from "./folder-dialogs";
import { useLibraryActions } from "./use-library-actions";

export interface FolderMenuProps {
  tenant: string;
  role: Role;
  folder: Folder;
  onOpen: (dialog: FolderDialog) => void;
}

interface FolderMenuItemsProps extends FolderMenuProps {
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function FolderMenuItems({ tenant, role, folder, onOpen, ...menu }: FolderMenuItemsProps) {
  const router = useRouter();
  const { deleteFolder } = useLibraryActions(tenant);
  function remove() {
    router.push(`/t/${tenant}/dashboards${writeListUrl({ ...wholeList, folder: folder.parentUid })}`);
    void deleteFolder(folder);
  }
  return (
    <LateMenu {...menu} position="bottom-start" width={210}>
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
      <Menu.Item c="error" leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
        Delete with contents
      </Menu.Item>
    </LateMenu>
  );
}
