"use client";

import { Autocomplete, Button, Group, NativeSelect, Stack, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AdhocFilter } from "@/lib/shared/dashboards/reading-model";
import { filterOperators, filterValues } from "@/lib/shared/variables/adhoc-filters";
import type { AskOptions } from "./adhoc-filters";
import { useFilterSuggestions } from "./use-filter-suggestions";

interface AdhocFormProps {
  initial: AdhocFilter | undefined;
  /** The filters beside this one: what is offered fits them. */
  others: readonly AdhocFilter[];
  ask?: AskOptions;
  onSave: (filter: AdhocFilter) => void;
  onCancel: () => void;
}

const operatorNames: Record<(typeof filterOperators)[number], string> = {
  "=": "= equals",
  "!=": "!= is not",
  "=~": "=~ matches regex",
  "!~": "!~ matches regex not",
  "=|": "=| one of",
  "!=|": "!=| none of",
};
const mostOffered = 100;

/** Label, operator and value of one filter; names and values are offered, and may be typed. */
export function AdhocForm({ initial, others, ask, onSave, onCancel }: AdhocFormProps) {
  const [key, setKey] = useState(initial?.key ?? "");
  const [operator, setOperator] = useState(initial?.operator ?? "=");
  const [values, setValues] = useState(initial ? filterValues(initial) : []);
  const { names, valuesOfKey } = useFilterSuggestions(key, others, ask);
  const several = operator.includes("|");
  const complete = key !== "" && values.length > 0;

  function save(event: FormEvent) {
    event.preventDefault();
    if (complete) onSave({ key, operator, value: (several ? values : values.slice(0, 1)).join("__gfc__") });
  }

  return (
    <form onSubmit={save}>
      <Stack gap="xs" w={260}>
        <Autocomplete
          label="Label"
          data-autofocus
          value={key}
          data={names}
          limit={mostOffered}
          onChange={setKey}
          comboboxProps={{ withinPortal: false }}
        />
        <NativeSelect
          label="Operator"
          value={operator}
          data={filterOperators.map((one) => ({ value: one, label: operatorNames[one] }))}
          onChange={(event) => setOperator(event.currentTarget.value)}
        />
        {several ? (
          <TagsInput
            label="Values"
            value={values}
            data={valuesOfKey}
            limit={mostOffered}
            onChange={setValues}
            comboboxProps={{ withinPortal: false }}
          />
        ) : (
          <Autocomplete
            label="Value"
            value={values[0] ?? ""}
            data={valuesOfKey}
            limit={mostOffered}
            onChange={(value) => setValues(value === "" ? [] : [value])}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={!complete}>
            Apply filter
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
