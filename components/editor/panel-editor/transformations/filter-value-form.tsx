"use client";

import { ActionIcon, Autocomplete, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { keyedByPlace } from "@/components/editor/keyed-by-place";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { OptionControl } from "../option-control";
import { choices } from "../options/option-field";
import classes from "../panel-editor.module.css";
import type { TransformationFormProps } from "./transformation-form";

const tests = choices(
  ["equal", "is"],
  ["notEqual", "is not"],
  ["greater", "is greater than"],
  ["greaterOrEqual", "is at least"],
  ["lower", "is lower than"],
  ["lowerOrEqual", "is at most"],
  ["between", "is between"],
  ["regex", "fits the regex"],
  ["substring", "contains"],
  ["notSubstring", "does not contain"],
  ["isNull", "is empty"],
  ["isNotNull", "is not empty"],
);
const withoutValue = ["isNull", "isNotNull"];

/** Which rows are kept or left out, by what stands in their columns. */
export function FilterValueForm({ options, fieldNames, onChange }: TransformationFormProps) {
  const filters = Array.isArray(options.filters) ? options.filters.filter(isJsonObject) : [];
  const commit = (next: JsonObject[]) => onChange({ ...options, filters: next });
  return (
    <Stack gap="xs" mt={4}>
      <Group gap="sm" grow>
        <OptionControl
          field={{
            label: "Rows",
            input: "choice",
            path: ["type"],
            fallback: "include",
            choices: choices(["include", "Keep"], ["exclude", "Leave out"]),
          }}
          value={options.type}
          onChange={(type) => onChange({ ...options, type: type ?? "include" })}
        />
        <OptionControl
          field={{
            label: "Where",
            input: "choice",
            path: ["match"],
            fallback: "any",
            choices: choices(["any", "Any holds"], ["all", "All hold"]),
          }}
          value={options.match}
          onChange={(match) => onChange({ ...options, match: match ?? "any" })}
        />
      </Group>
      {keyedByPlace(filters).map(({ key, item, index }) => (
        <Condition
          key={key}
          filter={item}
          number={index + 1}
          fieldNames={fieldNames}
          onChange={(next) => commit(filters.with(index, next))}
          onRemove={() => commit(filters.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          commit([
            ...filters,
            { fieldName: fieldNames.at(-1) ?? "", config: { id: "greater", options: { value: 0 } } },
          ])
        }
      >
        Add condition
      </Button>
    </Stack>
  );
}

interface ConditionProps {
  filter: JsonObject;
  number: number;
  fieldNames: readonly string[];
  onChange: (next: JsonObject) => void;
  onRemove: () => void;
}

function Condition({ filter, number, fieldNames, onChange, onRemove }: ConditionProps) {
  const id = textOf(getAt(filter, ["config", "id"]));
  const stored = getAt(filter, ["config", "options"]);
  const values = isJsonObject(stored) ? stored : {};
  const input = (key: string, label: string) => (
    <TextInput
      size="xs"
      flex={1}
      miw={56}
      aria-label={`${label} of condition ${number}`}
      placeholder={label}
      value={textOf(values[key])}
      onChange={(event) =>
        onChange({
          ...filter,
          config: { id, options: { ...values, [key]: numberOrText(event.currentTarget.value) } },
        })
      }
    />
  );
  return (
    <Group gap={6} wrap="nowrap" className={classes.condition}>
      <Autocomplete
        size="xs"
        flex={2}
        aria-label={`Field of condition ${number}`}
        placeholder="Field"
        data={[...fieldNames]}
        value={textOf(filter.fieldName)}
        onChange={(fieldName) => onChange({ ...filter, fieldName })}
      />
      <Select
        size="xs"
        w={140}
        aria-label={`Test of condition ${number}`}
        allowDeselect={false}
        data={tests}
        value={id}
        onChange={(next) => next && onChange({ ...filter, config: { id: next, options: values } })}
      />
      {id === "between" ? (
        <>
          {input("from", "From")}
          {input("to", "To")}
        </>
      ) : withoutValue.includes(id) ? null : (
        input("value", "Value")
      )}
      <ActionIcon size={24} aria-label={`Remove condition ${number}`} onClick={onRemove}>
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Grafana keeps numbers as numbers; what is still being written (`-`, `1.`) stays text. */
function numberOrText(text: string): string | number {
  return text.trim() !== "" && String(Number(text)) === text ? Number(text) : text;
}
