"use client";

import { ActionIcon, Kbd, Menu } from "@mantine/core";
import { IconClipboardCopy, IconCopy, IconDotsVertical, IconPencil, IconTrash } from "@tabler/icons-react";
import { copyToBrowser } from "@/components/dashboards/copy-to-browser";
import { PanelFrame } from "@/components/dashboards/panel-frame";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { useDraftQuestion } from "./use-draft-question";
import type { EditorCommands } from "./use-editor-commands";

/** A panel on the grid being edited, asked as it is drafted. */
export function EditPanel({ item, commands }: { item: PanelItem; commands: EditorCommands }) {
  const { panel } = item;
  const question = useDraftQuestion(panel);
  const action = (label: string, keys: string, Icon: typeof IconCopy, run: () => void) => (
    <Menu.Item
      leftSection={<Icon size={15} aria-hidden />}
      rightSection={<Kbd size="xs">{keys}</Kbd>}
      onClick={run}
    >
      {label}
    </Menu.Item>
  );
  return (
    <PanelFrame
      panel={panel}
      itemKey={item.key}
      scopedVariables={item.scopedVariables}
      draft={question}
      menu={({ opened, onChange }) => (
        <Menu opened={opened} onChange={onChange} position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} aria-label={`Menu of ${panel.title || "the panel"}`}>
              <IconDotsVertical size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {action("Edit panel", "e", IconPencil, () => commands.editPanel(panel.id))}
            <Menu.Item
              leftSection={<IconClipboardCopy size={15} aria-hidden />}
              onClick={() => copyToBrowser(panel.raw)}
            >
              Copy
            </Menu.Item>
            {action("Duplicate", "p d", IconCopy, () => commands.duplicate(panel))}
            {action("Remove", "p r", IconTrash, () => commands.remove(panel))}
          </Menu.Dropdown>
        </Menu>
      )}
    />
  );
}
