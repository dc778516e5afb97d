"use client";

import { TextInput } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { useState } from "react";
import { useLoaded } from "@/lib/client/use-loaded";
import type { TagCount } from "@/lib/shared/dashboards/library";
import classes from "./dashboard-list.module.css";

const loadSelect = async () => (await import("./tag-select")).TagSelect;

export interface TagFilterProps {
  tags: readonly TagCount[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** A field that becomes the list of tags once somebody turns to it; what was typed by then is taken along. */
export function TagFilter(props: TagFilterProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const used = typed !== null;
  const TagSelect = useLoaded(used || props.chosen.length > 0 ? loadSelect : null);
  if (TagSelect) return <TagSelect {...props} typed={typed ?? ""} autoFocus={focused} />;
  return (
    <TextInput
      className={classes.tagFilter}
      classNames={{ input: classes.tagInput }}
      rightSection={<IconSelector size={13} color="var(--ps-dim)" aria-hidden />}
      role="combobox"
      aria-label="Tags"
      aria-haspopup="listbox"
      aria-expanded={false}
      placeholder="Tags"
      value={typed ?? props.chosen.join(", ")}
      onPointerEnter={() => void loadSelect()}
      onFocus={() => {
        setFocused(true);
        setTyped((before) => before ?? "");
      }}
      onBlur={() => setFocused(false)}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
