"use client";

import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import classes from "./dashboard-list.module.css";
import type { TagFilterProps } from "./tag-filter";

interface TagSelectProps extends TagFilterProps {
  /** Already searched for. */
  typed: string;
  autoFocus: boolean;
}

export function TagSelect({ tags, chosen, onChange, typed, autoFocus }: TagSelectProps) {
  const [search, setSearch] = useState(typed);
  const counts = new Map(tags.map(({ tag, dashboards }) => [tag, dashboards]));
  return (
    <MultiSelect
      className={classes.tagFilter}
      classNames={{ inputField: classes.tagSearch }}
      aria-label="Tags"
      placeholder={chosen.length === 0 ? "Tags" : undefined}
      data={[...new Set([...counts.keys(), ...chosen])]}
      renderOption={({ option }) => (
        <span className={classes.tagOption}>
          {option.value}
          <span>{counts.get(option.value) ?? 0}</span>
        </span>
      )}
      value={chosen}
      onChange={onChange}
      searchValue={search}
      onSearchChange={setSearch}
      limit={200}
      autoFocus={autoFocus}
      searchable
      clearable
      hidePickedOptions
    />
  );
}
