"use client";

import { ActionIcon, Menu, TextInput } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconDotsVertical,
  IconPencil,
  IconRepeat,
  IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { RowHead } from "@/components/dashboards/panel-grid";
import type { RowItem } from "@/lib/client/dashboards/arrange-grid";
import { repeatableNames } from "@/lib/shared/dashboards/edit/repeatable-names";
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
          <Menu.Item
            leftSection={<IconArrowUp size={15} aria-hidden />}
            onClick={() => commands.moveRow(row, -1)}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={15} aria-hidden />}
            onClick={() => commands.moveRow(row, 1)}
          >
            Move down
          </Menu.Item>
          <RepeatItem repeat={row.repeat} onRepeat={(name) => commands.repeatRow(row, name)} />
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

interface RepeatItemProps {
  repeat: string | null;
  onRepeat: (variable: string | null) => void;
}

/** The row once for each value of a variable. */
function RepeatItem({ repeat, onRepeat }: RepeatItemProps) {
  const { dashboard } = useDashboardRuntime();
  const names = repeatableNames(dashboard.variables);
  if (names.length === 0 && repeat === null) return null;
  const choice = (label: string, name: string | null) => (
    <Menu.Item
      key={label}
      rightSection={repeat === name ? <IconCheck size={15} aria-label="chosen" /> : null}
      onClick={() => onRepeat(name)}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconRepeat size={15} aria-hidden />}>
          {repeat === null ? "Repeat" : `Repeated for each ${repeat}`}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={320} style={{ overflow: "auto" }}>
        {choice("Not repeated", null)}
        {names.map((name) => choice(`For each ${name}`, name))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
