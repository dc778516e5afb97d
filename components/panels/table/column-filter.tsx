"use client";

import { Button, Checkbox, Group, Popover, ScrollArea, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { StandingTarget } from "@/components/ui/standing-target";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";
import {
  applyFilter,
  columnTexts,
  type ColumnFilter as Filter,
  type FilterOperator,
  filterOperators,
  noFilter,
} from "@/lib/shared/panels/table/column-filter";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";

interface ColumnFilterProps {
  column: TableColumn;
  filter: Filter;
  onChange: (filter: Filter) => void;
  overlay: LateOverlay;
  anchor: HTMLElement;
}

const mostListed = 200;

/** What to see of one column: compared with a text or number, or chosen among its values. */
export function ColumnFilter({ column, filter, onChange, overlay, anchor }: ColumnFilterProps) {
  const { name } = column;
  const opened = useOpenedAfterMount(overlay.opened);
  return (
    <Popover opened={opened} onChange={overlay.onChange} trapFocus withArrow width={280}>
      <Popover.Target>
        <StandingTarget element={anchor} />
      </Popover.Target>
      <Popover.Dropdown aria-label={`Filter ${name}`}>
        <Stack gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Select
              aria-label="Comparison"
              w={106}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={filterOperators.map((operator) => operator)}
              value={filter.operator}
              onChange={(operator) =>
                operator && onChange({ ...filter, operator: operator as FilterOperator })
              }
            />
            <TextInput
              flex={1}
              aria-label={`${name} ${filter.operator}`}
              value={filter.text}
              onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
              data-autofocus
            />
          </Group>
          {opened ? <ValueList {...{ column, filter, onChange }} /> : null}
          <Button
            variant="default"
            size="xs"
            disabled={applyFilter(filter) === null}
            onClick={() => onChange({ ...noFilter, operator: filter.operator })}
          >
            Clear filter
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ValueList({ column, filter, onChange }: Pick<ColumnFilterProps, "column" | "filter" | "onChange">) {
  const all = useMemo(() => columnTexts(column), [column]);
  const wanted = filter.operator === "contains" ? filter.text.trim().toLowerCase() : "";
  const found = wanted === "" ? all : all.filter((text) => text.toLowerCase().includes(wanted));
  const chosen = new Set(filter.values ?? all);
  const choose = (values: Set<string>) =>
    onChange({ ...filter, values: values.size === all.length ? null : [...values] });
  const toggle = (text: string) => {
    const next = new Set(chosen);
    if (!next.delete(text)) next.add(text);
    choose(next);
  };
  const some = filter.values !== null && filter.values.length > 0;
  return (
    <>
      <Checkbox
        label={`${found.length} ${found.length === 1 ? "value" : "values"}`}
        checked={filter.values === null}
        indeterminate={some}
        onChange={() => choose(new Set(filter.values === null ? [] : all))}
      />
      <ScrollArea.Autosize mah={220} type="auto">
        <Stack gap={6}>
          {found.slice(0, mostListed).map((text) => (
            <Checkbox
              key={text}
              size="xs"
              label={text === "" ? "(blank)" : text}
              checked={chosen.has(text)}
              onChange={() => toggle(text)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {found.length > mostListed ? (
        <Text size="xs" c="dimmed">
          The first {mostListed} are listed. Type to find others.
        </Text>
      ) : null}
    </>
  );
}
