"use client";

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import type { ListUrl } from "@/lib/client/dashboards/list-url";
import type { TagCount } from "@/lib/shared/dashboards/library";
import classes from "./dashboard-list.module.css";
import { TagFilter } from "./tag-filter";

interface ListToolbarProps {
  state: ListUrl;
  tags: readonly TagCount[];
  searchRef: Ref<HTMLInputElement>;
  onChange: (part: Partial<ListUrl>) => void;
  children: ReactNode;
}

export function ListToolbar({ state, tags, searchRef, onChange, children }: ListToolbarProps) {
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
      <TagFilter tags={tags} chosen={state.tags} onChange={(chosen) => onChange({ tags: chosen })} />
      <div className={classes.end}>{children}</div>
    </div>
  );
}
