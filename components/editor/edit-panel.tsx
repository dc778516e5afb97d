"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconCopy, IconDotsVertical, IconPencil, IconTrash } from "@tabler/icons-react";
import { PanelFrame } from "@/components/dashboards/panel-frame";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import type { EditorCommands } from "./use-editor-commands";

/** A panel on the grid being edited, asked as it is drafted. */
export function EditPanel({ item, commands }: { item: PanelItem; commands: EditorCommands }) {
  const { panel } = item;
  return (
    <PanelFrame
      panel={panel}
      itemKey={item.key}
      scopedVariables={item.scopedVariables}
      draft
      menu={({ opened, onChange }) => (
        <Menu opened={opened} onChange={onChange} position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} aria-label={`Menu of ${panel.title || "the panel"}`}>
              <IconDotsVertical size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => commands.editPanel(panel.id)}>
              Edit panel
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => commands.duplicate(panel)}>
              Duplicate
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => commands.remove(panel)}>
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    />
  );
}
