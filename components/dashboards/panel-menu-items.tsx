"use client";

import { Kbd, Menu } from "@mantine/core";
import {
  IconCompass,
  IconCopy,
  IconDownload,
  IconExternalLink,
  IconEye,
  IconInfoSquareRounded,
  IconPencil,
  IconShare2,
  IconTable,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { LateMenu } from "@/components/ui/late-menu";
import { Link } from "@/components/ui/link";
import type { Anchor } from "@/components/ui/standing-target";
import type { MenuControl } from "./panel-frame";
import type { PanelActions } from "./panel-menu";

interface PanelMenuItemsProps {
  control: MenuControl;
  anchor: Anchor;
  actions: PanelActions;
}

export function PanelMenuItems({ control, anchor, actions }: PanelMenuItemsProps) {
  return (
    <LateMenu overlay={control} anchor={anchor} position="bottom-end" width={210}>
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
      {actions.copy ? (
        <Entry icon={<IconCopy size={15} />} onClick={actions.copy}>
          Copy
        </Entry>
      ) : null}
      <Entry icon={<IconShare2 size={15} />} keys="p s" onClick={actions.share}>
        Share
      </Entry>
      {actions.explore ? (
        <Entry icon={<IconCompass size={15} />} keys="p x" onClick={actions.explore}>
          Explore
        </Entry>
      ) : null}
      <Entry icon={<IconInfoSquareRounded size={15} />} keys="i" onClick={actions.inspect}>
        Inspect
      </Entry>
      {actions.toggleTable ? (
        <Entry icon={<IconTable size={15} />} keys="p t" onClick={actions.toggleTable}>
          {actions.asTable ? "Show as chart" : "Show as table"}
        </Entry>
      ) : null}
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
    </LateMenu>
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
