"use client";

import { Combobox, Loader, useCombobox } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { chosenText, toggleValue } from "@/lib/client/variables/toggle-value";
import { allValueKey } from "@/lib/shared/variables/build-scope";
import classes from "./variable-bar.module.css";

const shown = 200;

interface VariableSelectProps {
  label: string;
  value: string | string[];
  options: readonly { text: string; value: string }[];
  multi: boolean;
  includeAll: boolean;
  loading: boolean;
  problem: string | null;
  onChange: (value: string | string[]) => void;
}

export function VariableSelect(props: VariableSelectProps) {
  const { label, value, options, multi, includeAll, loading, problem, onChange } = props;
  const current = [value].flat();
  const [draft, setDraft] = useState<string[] | null>(null);
  const [search, setSearch] = useState("");
  const chosen = draft ?? current;
  const combobox = useCombobox({
    onDropdownOpen: () => {
      setSearch("");
      if (multi) setDraft(current);
      combobox.focusSearchInput();
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      if (draft && draft.join("\n") !== current.join("\n")) onChange(draft);
      setDraft(null);
    },
  });

  function choose(clicked: string) {
    if (multi) {
      setDraft(toggleValue(chosen, clicked, includeAll));
      return;
    }
    onChange(clicked);
    combobox.closeDropdown();
  }

  const text = chosenText(chosen, options) || "None";
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width="max-content"
      position="bottom-start"
      shadow="md"
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={classes.button}
          aria-label={`${label}: ${text}`}
          title={problem ?? text}
          data-error={problem ? true : undefined}
          onClick={() => combobox.toggleDropdown()}
        >
          <span>{text}</span>
          {loading ? <Loader size={12} color="gray" /> : <IconChevronDown size={14} aria-hidden />}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown miw={180} maw={440}>
        <Combobox.Search
          aria-label={`Search values of ${label}`}
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <OptionList {...{ options, search, chosen, multi, includeAll, problem }} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface OptionListProps extends Pick<VariableSelectProps, "options" | "multi" | "includeAll" | "problem"> {
  search: string;
  chosen: readonly string[];
}

function OptionList({ options, search, chosen, multi, includeAll, problem }: OptionListProps) {
  const wanted = search.trim().toLowerCase();
  const plain = options.filter((option) => option.value !== allValueKey);
  const all = includeAll ? [{ text: "All", value: allValueKey }, ...plain] : plain;
  const found = all.filter((option) => option.text.toLowerCase().includes(wanted));
  return (
    <Combobox.Options mah={320} style={{ overflowY: "auto" }}>
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
