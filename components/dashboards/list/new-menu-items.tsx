"use client";

import { Menu } from "@mantine/core";
import { IconFilePlus, IconFolderPlus, IconLayoutGrid, IconUpload } from "@tabler/icons-react";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";

export type NewKind = "blank" | "template" | "import" | "folder";

interface NewMenuItemsProps {
  overlay: LateOverlay;
  anchor: HTMLElement;
  onOpen: (kind: NewKind) => void;
}

export function NewMenuItems({ onOpen, ...menu }: NewMenuItemsProps) {
  return (
    <LateMenu {...menu} position="bottom-end" width={210}>
      <Menu.Item leftSection={<IconFilePlus size={15} aria-hidden />} onClick={() => onOpen("blank")}>
        Blank dashboard
      </Menu.Item>
      <Menu.Item leftSection={<IconLayoutGrid size={15} aria-hidden />} onClick={() => onOpen("template")}>
        From a template
      </Menu.Item>
      <Menu.Item leftSection={<IconUpload size={15} aria-hidden />} onClick={() => onOpen("import")}>
        Import dashboards
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconFolderPlus size={15} aria-hidden />} onClick={() => onOpen("folder")}>
        Folder
      </Menu.Item>
    </LateMenu>
  );
}
