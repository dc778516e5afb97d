"use client";

import { ActionIcon, Menu } from "@mantine/core";
import {
  IconCopy,
  IconDotsVertical,
  IconFolderSymlink,
  IconHistory,
  IconPencil,
  IconTag,
  IconTrash,
} from "@tabler/icons-react";
import type { MouseEventHandler } from "react";
import { Link } from "@/components/ui/link";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole, type Role } from "@/lib/shared/tenants/roles";
import type { ListDialog } from "./list-dialogs";
import { useLibraryActions } from "./use-library-actions";

export interface RowMenuProps {
  tenant: string;
  role: Role;
  item: DashboardSummary;
  onDialog: (dialog: ListDialog) => void;
}

export function RowMenu({ tenant, role, item, onDialog }: RowMenuProps) {
  const { trash } = useLibraryActions(tenant);
  const address = `/t/${tenant}/d/${item.uid}`;
  const mayWrite = can(role, "dashboard:write");
  const mayChange = mayWrite && hasRole(role, item.editedFrom);
  const open =
    (kind: ListDialog["kind"]): MouseEventHandler =>
    () =>
      onDialog({ kind, items: [item] });
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`Menu of ${item.title}`}>
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange ? (
          <Menu.Item
            component={Link}
            href={`${address}/edit`}
            leftSection={<IconPencil size={15} aria-hidden />}
          >
            Edit
          </Menu.Item>
        ) : null}
        <Menu.Item
          component={Link}
          href={`${address}/versions`}
          leftSection={<IconHistory size={15} aria-hidden />}
        >
          Versions
        </Menu.Item>
        {mayWrite ? (
          <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={open("duplicate")}>
            Duplicate
          </Menu.Item>
        ) : null}
        {mayChange ? (
          <>
            <Menu.Item leftSection={<IconTag size={15} aria-hidden />} onClick={open("tag")}>
              Tags
            </Menu.Item>
            <Menu.Item leftSection={<IconFolderSymlink size={15} aria-hidden />} onClick={open("move")}>
              Move
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => void trash([item])}
            >
              Delete
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
