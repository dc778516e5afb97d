"use client";

import { ActionIcon, Kbd, Menu } from "@mantine/core";
import {
  IconDotsVertical,
  IconDownload,
  IconExternalLink,
  IconEye,
  IconInfoSquareRounded,
  IconPencil,
  IconShare2,
} from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { MenuControl } from "./panel-frame";

export interface PanelActions {
  view: () => void;
  viewed: boolean;
  /** Null for who may not edit. */
  editHref: string | null;
  inspect: () => void;
  share: () => void;
  exportCsv: () => void;
  links: readonly { title: string; href: string; newTab: boolean }[];
}

interface PanelMenuProps {
  title: string;
  control: MenuControl;
  actions: PanelActions;
}

export function PanelMenu({ title, control, actions }: PanelMenuProps) {
  return (
    <Menu opened={control.opened} onChange={control.onChange} position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`Menu of ${title || "the panel"}`}>
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Entry icon={<IconEye size={15} />} keys="v" onClick={actions.view}>
          {actions.viewed ? "Back to the dashboard" : "View in full"}
        </Entry>
        {actions.editHref ? (
          <Menu.Item
            component={Link}
            href={actions.editHref}
            leftSection={<IconPencil size={15} aria-hidden />}
            rightSection={<Kbd size="xs">e</Kbd>}
          >
            Edit
          </Menu.Item>
        ) : null}
        <Entry icon={<IconShare2 size={15} />} onClick={actions.share}>
          Share
        </Entry>
        <Entry icon={<IconInfoSquareRounded size={15} />} keys="i" onClick={actions.inspect}>
          Inspect
        </Entry>
        <Entry icon={<IconDownload size={15} />} onClick={actions.exportCsv}>
          Download CSV
        </Entry>
        {actions.links.length > 0 ? <Menu.Divider /> : null}
        {actions.links.map((link) => (
          <Menu.Item
            key={`${link.title} ${link.href}`}
            component="a"
            href={link.href}
            target={link.newTab ? "_blank" : undefined}
            rel="noreferrer"
            leftSection={<IconExternalLink size={15} aria-hidden />}
          >
            {link.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface EntryProps {
  icon: ReactNode;
  keys?: string;
  onClick: () => void;
  children: ReactNode;
}

function Entry({ icon, keys, onClick, children }: EntryProps) {
  return (
    <Menu.Item leftSection={icon} rightSection={keys ? <Kbd size="xs">{keys}</Kbd> : null} onClick={onClick}>
      {children}
    </Menu.Item>
  );
}
