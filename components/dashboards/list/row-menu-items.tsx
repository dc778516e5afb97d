"use client";

import { Menu } from "@mantine/core";
import {
  IconCopy,
  IconFolderSymlink,
  IconHistory,
  IconPencil,
  IconTag,
  IconTrash,
} from "@tabler/icons-react";
import type { MouseEventHandler } from "react";
import { LateMenu } from "@/components/ui/late-menu";
import { Link } from "@/components/ui/link";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { can } from "@/lib/shared/tenants/permissions";
import { hasRole } from "@/lib/shared/tenants/roles";
import type { ListDialog } from "./list-dialogs";
import type { RowMenuProps } from "./row-menu";
import { useLibraryActions } from "./use-library-actions";

interface RowMenuItemsProps extends RowMenuProps {
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function RowMenuItems({ tenant, role, item, onDialog, ...menu }: RowMenuItemsProps) {
  const { trash } = useLibraryActions(tenant);
  const address = `/t/${tenant}/d/${item.uid}`;
  const mayWrite = can(role, "dashboard:write");
  const mayChange = mayWrite && hasRole(role, item.editedFrom);
  const open =
    (kind: ListDialog["kind"]): MouseEventHandler =>
    () =>
      onDialog({ kind, items: [item] });
  return (
    <LateMenu {...menu} position="bottom-end" width={200}>
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
            c="error"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => void trash([item])}
          >
            Delete
          </Menu.Item>
        </>
      ) : null}
    </LateMenu>
  );
}
