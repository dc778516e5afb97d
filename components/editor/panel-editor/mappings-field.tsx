"use client";

import { ActionIcon, Button, Group, Menu, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import {
  type MappingForm,
  type MappingRow,
  newMappingRow,
  readMappingRows,
  writeMappingRows,
} from "@/lib/shared/dashboards/edit/mappings";
import type { Json } from "@/lib/shared/json";
import { keyedByPlace } from "../keyed-by-place";
import { ColorField } from "./color-field";

interface MappingsFieldProps {
  mappings: Json | undefined;
  form: MappingForm;
  onChange: (mappings: Json) => void;
}

const kinds: { kind: MappingRow["kind"]; label: string }[] = [
  { kind: "value", label: "Value" },
  { kind: "range", label: "Range" },
  { kind: "regex", label: "Regex" },
  { kind: "special", label: "Special" },
];

const specials = [
  { value: "null", label: "Null" },
  { value: "nan", label: "NaN" },
  { value: "null+nan", label: "Null and NaN" },
  { value: "true", label: "True" },
  { value: "false", label: "False" },
  { value: "empty", label: "Empty" },
];

/** What values are shown as; the list keeps the form that it is stored in. */
export function MappingsField({ mappings, form, onChange }: MappingsFieldProps) {
  const rows = readMappingRows(mappings);
  const commit = (next: MappingRow[]) => onChange(writeMappingRows(next, form));
  const offered = form === "old" ? kinds.slice(0, 2) : kinds;
  return (
    <Stack gap="sm">
      {rows.length === 0 ? (
        <Text size="xs" c="dimmed">
          Show words in place of values, such as "up" for 1.
        </Text>
      ) : null}
      {keyedByPlace(rows).map(({ key, item: row, index }) => (
        <MappingLine
          key={key}
          row={row}
          number={index + 1}
          withColor={form === "current"}
          onChange={(change) => commit(rows.with(index, { ...row, ...change }))}
          onRemove={() => commit(rows.toSpliced(index, 1))}
        />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" w="fit-content" leftSection={<IconPlus size={14} aria-hidden />}>
            Add mapping
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map(({ kind, label }) => (
            <Menu.Item key={kind} onClick={() => commit([...rows, newMappingRow(kind)])}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

interface MappingLineProps {
  row: MappingRow;
  number: number;
  withColor: boolean;
  onChange: (change: Partial<MappingRow>) => void;
  onRemove: () => void;
}

function MappingLine({ row, number, withColor, onChange, onRemove }: MappingLineProps) {
  const input = (key: "match" | "until" | "text", placeholder: string) => (
    <TextInput
      aria-label={`Mapping ${number}: ${placeholder}`}
      placeholder={placeholder}
      flex={1}
      miw={0}
      value={row[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap={4} data-mapping={row.kind}>
      <Group gap={6} wrap="nowrap">
        {row.kind === "special" ? (
          <Select
            aria-label={`Mapping ${number}: special value`}
            flex={1}
            allowDeselect={false}
            data={specials}
            value={row.match}
            onChange={(match) => match && onChange({ match })}
          />
        ) : (
          input("match", row.kind === "range" ? "From" : row.kind === "regex" ? "Regex" : "Value")
        )}
        {row.kind === "range" ? input("until", "To") : null}
        {input("text", "Text")}
        <ActionIcon aria-label={`Remove mapping ${number}`} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {withColor ? (
        <Group gap={6} wrap="nowrap" mr={36}>
          <ColorField
            label={`Colour of mapping ${number}`}
            value={row.color}
            onChange={(color) => onChange({ color })}
          />
          {row.color ? (
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange({ color: "" })}>
              No colour
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Stack>
  );
}
