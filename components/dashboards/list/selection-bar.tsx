"use client";

import { Button, Menu } from "@mantine/core";
import { IconFolder, IconTrash } from "@tabler/icons-react";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";
import classes from "./dashboard-list.module.css";
import { useListActions } from "./use-list-actions";

interface SelectionBarProps {
  tenant: string;
  chosen: readonly DashboardSummary[];
  folders: readonly Folder[];
  onDone: () => void;
}

export function SelectionBar({ tenant, chosen, folders, onDone }: SelectionBarProps) {
  const { move, remove } = useListActions(tenant);
  return (
    <div className={classes.chips} role="toolbar" aria-label="Selected dashboards">
      <span>{chosen.length} selected</span>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconFolder size={15} aria-hidden />}>
            Move to
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
          {[{ uid: null, title: "Top level" }, ...folders].map((folder) => (
            <Menu.Item
              key={folder.uid ?? ""}
              onClick={() => {
                void move(chosen, folder);
                onDone();
              }}
            >
              {folder.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        c="var(--ps-error)"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => {
          remove(chosen);
          onDone();
        }}
      >
        Delete {chosen.length}
      </Button>
      <Button variant="subtle" color="gray" onClick={onDone}>
        Clear selection
      </Button>
    </div>
  );
}
