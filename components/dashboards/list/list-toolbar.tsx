"use client";

import { MultiSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import type { ListUrl } from "@/lib/client/dashboards/list-url";
import type { TagCount } from "@/lib/shared/dashboards/library";
import classes from "./dashboard-list.module.css";

interface ListToolbarProps {
  state: ListUrl;
  tags: readonly TagCount[];
  searchRef: Ref<HTMLInputElement>;
  onChange: (part: Partial<ListUrl>) => void;
  children: ReactNode;
}

export function ListToolbar({ state, tags, searchRef, onChange, children }: ListToolbarProps) {
  const counts = new Map(tags.map(({ tag, dashboards }) => [tag, dashboards]));
  return (
    <div className={classes.toolbar}>
      <TextInput
        ref={searchRef}
        className={classes.search}
        type="search"
        aria-label="Search dashboards"
        placeholder="Search titles, panels, metrics, expressions"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={state.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
      />
      <MultiSelect
        className={classes.tagFilter}
        aria-label="Tags"
        placeholder={state.tags.length === 0 ? "Tags" : undefined}
        data={[...new Set([...counts.keys(), ...state.tags])]}
        renderOption={({ option }) => (
          <span className={classes.tagOption}>
            {option.value}
            <span>{counts.get(option.value) ?? 0}</span>
          </span>
        )}
        value={state.tags}
        onChange={(chosen) => onChange({ tags: chosen })}
        limit={200}
        searchable
        clearable
        hidePickedOptions
      />
      <div className={classes.end}>{children}</div>
    </div>
  );
}
