"use client";

import { ActionIcon, Button, Popover } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { AdhocFilter } from "@/lib/shared/dashboards/reading-model";
import { filterText, filterValues, parseFilter } from "@/lib/shared/variables/adhoc-filters";
import { AdhocForm } from "./adhoc-form";
import classes from "./variable-bar.module.css";

export type AskOptions = (path: string, params: Record<string, string | string[]>) => Promise<unknown>;

interface AdhocFiltersProps {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Asks the variable's datasource for label names and values. */
  ask?: AskOptions;
}

/** Conditions that a person puts into every query of the dashboard: each can be changed, taken out, added. */
export function AdhocFilters({ label, value, onChange, ask }: AdhocFiltersProps) {
  const filters = value.flatMap((text) => parseFilter(text) ?? []);
  const [edited, setEdited] = useState<number | null>(null);
  const save = (filter: AdhocFilter) => {
    if (edited !== null) onChange(filters.toSpliced(edited, 1, filter).map(filterText));
    setEdited(null);
  };
  const form = (index: number) => (
    <AdhocForm
      initial={filters[index]}
      others={filters.filter((_, other) => other !== index)}
      ask={ask}
      onSave={save}
      onCancel={() => setEdited(null)}
    />
  );
  return (
    <fieldset className={classes.filters} aria-label={label}>
      {filters.map((filter, index) => (
        <span key={filterText(filter)} className={classes.filter}>
          <FilterPopover opened={edited === index} onClose={() => setEdited(null)} form={() => form(index)}>
            <button type="button" className={classes.button} onClick={() => setEdited(index)}>
              <span>{filterLabel(filter)}</span>
            </button>
          </FilterPopover>
          <ActionIcon
            size={28}
            aria-label={`Take out ${filterLabel(filter)}`}
            onClick={() => onChange(filters.toSpliced(index, 1).map(filterText))}
          >
            <IconX size={14} />
          </ActionIcon>
        </span>
      ))}
      <FilterPopover
        opened={edited === filters.length}
        onClose={() => setEdited(null)}
        form={() => form(filters.length)}
      >
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEdited(filters.length)}
        >
          Add filter
        </Button>
      </FilterPopover>
    </fieldset>
  );
}

function filterLabel(filter: AdhocFilter): string {
  return `${filter.key} ${filter.operator.replace("|", " one of")} ${filterValues(filter).join(", ")}`;
}

interface FilterPopoverProps {
  opened: boolean;
  onClose: () => void;
  form: () => ReactNode;
  children: ReactNode;
}

function FilterPopover({ opened, onClose, form, children }: FilterPopoverProps) {
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? undefined : onClose())}
      trapFocus
      position="bottom-start"
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>{opened ? form() : null}</Popover.Dropdown>
    </Popover>
  );
}
