"use client";

import { ActionIcon, Menu, TextInput } from "@mantine/core";
import { IconDotsVertical, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { RowHead } from "@/components/dashboards/panel-grid";
import type { RowItem } from "@/lib/client/dashboards/arrange-grid";
import classes from "./edit-grid.module.css";
import type { EditorCommands } from "./use-editor-commands";

/** A row's head while editing: it collapses, takes a new name and can be removed. */
export function EditRow({ item, commands }: { item: RowItem; commands: EditorCommands }) {
  const { row } = item;
  const [name, setName] = useState<string | null>(null);
  const commit = () => {
    if (name !== null && name !== row.title) commands.renameRow(row, name);
    setName(null);
  };
  if (name !== null) {
    return (
      <TextInput
        aria-label="Title of the row"
        autoFocus
        w={320}
        maw="100%"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setName(null);
          if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
        }}
      />
    );
  }
  return (
    <div className={classes.row}>
      <RowHead item={item} onToggle={() => commands.toggleRow(row)} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={26} aria-label={`Menu of row ${row.title}`} className={classes.rowMenu}>
            <IconDotsVertical size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setName(row.title)}>
            Rename
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => commands.removeRow(row, false)}
          >
            Remove row, keep its panels
          </Menu.Item>
          {item.panelCount > 0 ? (
            <Menu.Item
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => commands.removeRow(row, true)}
            >
              Remove row with its panels
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
