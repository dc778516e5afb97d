"use client";

import { Combobox, useCombobox } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { StandingTarget } from "@/components/ui/standing-target";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";
import { allValueKey } from "@/lib/shared/variables/build-scope";
import classes from "./variable-bar.module.css";

const shown = 200;

interface VariableDropdownProps {
  label: string;
  anchor: HTMLElement;
  opened: boolean;
  onClose: () => void;
  onChoose: (value: string) => void;
  chosen: readonly string[];
  options: readonly { text: string; value: string }[];
  multi: boolean;
  includeAll: boolean;
  problem: string | null;
}

/** The values of a variable to choose from, hung on its button. */
export function VariableDropdown(props: VariableDropdownProps) {
  const { label, anchor, onClose, onChoose, ...list } = props;
  const opened = useOpenedAfterMount(props.opened);
  const [search, setSearch] = useState("");
  const combobox = useCombobox({ opened, onOpenedChange: (next) => (next ? undefined : onClose()) });
  const { focusSearchInput, resetSelectedOption } = combobox;
  useEffect(() => {
    if (opened) {
      setSearch("");
      focusSearchInput();
    } else resetSelectedOption();
  }, [opened, focusSearchInput, resetSelectedOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={onChoose}
      width="max-content"
      position="bottom-start"
      shadow="md"
    >
      <Combobox.Target targetType="button">
        <StandingTarget element={anchor} />
      </Combobox.Target>
      <Combobox.Dropdown miw={180} maw={440}>
        <Combobox.Search
          aria-label={`Search values of ${label}`}
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <OptionList {...list} label={label} search={search} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface OptionListProps
  extends Pick<VariableDropdownProps, "label" | "options" | "multi" | "includeAll" | "problem" | "chosen"> {
  search: string;
}

function OptionList({ label, options, search, chosen, multi, includeAll, problem }: OptionListProps) {
  const wanted = search.trim().toLowerCase();
  const plain = options.filter((option) => option.value !== allValueKey);
  const all = includeAll ? [{ text: "All", value: allValueKey }, ...plain] : plain;
  const found = all.filter((option) => option.text.toLowerCase().includes(wanted));
  return (
    <Combobox.Options
      mah={320}
      style={{ overflowY: "auto" }}
      aria-label={`Values of ${label}`}
      aria-multiselectable={multi || undefined}
    >
      {problem ? <div className={classes.note}>{problem}</div> : null}
      {found.slice(0, shown).map((option) => {
        const isChosen = chosen.includes(option.value);
        return (
          <Combobox.Option
            key={option.value}
            value={option.value}
            className={classes.option}
            data-chosen={isChosen || undefined}
            aria-selected={isChosen}
          >
            {multi ? (
              <span className={classes.check}>{isChosen ? <IconCheck size={12} aria-hidden /> : null}</span>
            ) : null}
            {option.text}
          </Combobox.Option>
        );
      })}
      {found.length > shown ? (
        <div className={classes.note}>{found.length - shown} more: search to narrow them down.</div>
      ) : null}
      {found.length === 0 && !problem ? <Combobox.Empty>No value matches.</Combobox.Empty> : null}
    </Combobox.Options>
  );
}
