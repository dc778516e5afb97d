"use client";

import { Button, MultiSelect, Select, TextInput } from "@mantine/core";
import { IconSearch, IconStar, IconStarFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ListUrl } from "@/lib/client/dashboards/list-url";
import type { Folder } from "@/lib/shared/dashboards/folder";
import classes from "./dashboard-list.module.css";

interface ListToolbarProps {
  state: ListUrl;
  tags: readonly string[];
  folders: readonly Folder[];
  onChange: (part: Partial<ListUrl>) => void;
  children: ReactNode;
}

const topLevel = "/";

export function ListToolbar({ state, tags, folders, onChange, children }: ListToolbarProps) {
  const folderChoices = [
    { value: topLevel, label: "Top level" },
    ...folders.map((folder) => ({ value: folder.uid, label: folder.title })),
  ];
  return (
    <div className={classes.toolbar}>
      <TextInput
        className={classes.search}
        aria-label="Search dashboards"
        placeholder="Search dashboards"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={state.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
      />
      <MultiSelect
        aria-label="Tags"
        placeholder={state.tags.length === 0 ? "Tags" : undefined}
        w={200}
        data={[...new Set([...tags, ...state.tags])]}
        value={state.tags}
        onChange={(chosen) => onChange({ tags: chosen })}
        searchable
        clearable
        hidePickedOptions
      />
      <Select
        aria-label="Folder"
        placeholder="All folders"
        w={170}
        data={folderChoices}
        value={state.folder === "" ? topLevel : state.folder}
        onChange={(chosen) => onChange({ folder: chosen === topLevel ? "" : chosen })}
        searchable
        clearable
      />
      <Button
        variant="default"
        aria-pressed={state.starred}
        leftSection={
          state.starred ? (
            <IconStarFilled size={15} color="var(--ps-warn)" aria-hidden />
          ) : (
            <IconStar size={15} aria-hidden />
          )
        }
        onClick={() => onChange({ starred: !state.starred })}
      >
        Starred
      </Button>
      <div className={classes.end}>{children}</div>
    </div>
  );
}
