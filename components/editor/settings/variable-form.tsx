"use client";

import { ActionIcon, Group, NumberInput, Paper, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { variableNameProblem } from "@/lib/shared/dashboards/edit/variables";
import type { JsonObject } from "@/lib/shared/json";

interface VariableFormProps {
  variable: JsonObject;
  others: readonly string[];
  onChange: (key: string, value: JsonObject[string]) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const queryHelp: Record<string, { label: string; placeholder: string; description?: string }> = {
  query: {
    label: "Query",
    placeholder: "label_values(up, job)",
    description: "label_values(), metrics(), label_names(), query_result()",
  },
  custom: {
    label: "Values",
    placeholder: "dev, prod : production",
    description: "Separated by commas; text : value where they differ",
  },
  interval: { label: "Intervals", placeholder: "1m,5m,1h" },
  datasource: { label: "Type", placeholder: "prometheus" },
  textbox: { label: "Default", placeholder: "" },
  constant: { label: "Value", placeholder: "" },
};

const hides = [
  { value: "0", label: "Shown" },
  { value: "1", label: "Without label" },
  { value: "2", label: "Hidden" },
];

const refreshes = [
  { value: "1", label: "When the dashboard loads" },
  { value: "2", label: "When the time range changes" },
];

const text = (value: unknown) => (typeof value === "string" ? value : "");
const textOfQuery = (value: unknown) =>
  typeof value === "object" && value !== null && "query" in value ? text(value.query) : text(value);

/** One variable; what the form does not show stays as it is. */
export function VariableForm({ variable, others, onChange, onMove, onRemove }: VariableFormProps) {
  const type = text(variable.type);
  const name = text(variable.name);
  const help = queryHelp[type];
  const selectable = type === "query" || type === "custom" || type === "datasource";
  const query = (value: string) => {
    const isObject =
      typeof variable.query === "object" && variable.query !== null && !Array.isArray(variable.query);
    onChange("query", isObject ? { ...(variable.query as JsonObject), query: value } : value);
  };
  return (
    <Paper withBorder p="sm" data-variable={name}>
      <Stack gap="sm">
        <Group gap={4} wrap="nowrap">
          <Text fw={600} size="sm" flex={1} truncate>
            {name || "New variable"}{" "}
            <Text span c="dimmed" size="xs">
              {type}
            </Text>
          </Text>
          <ActionIcon aria-label={`Move ${name} up`} onClick={() => onMove(-1)}>
            <IconArrowUp size={15} />
          </ActionIcon>
          <ActionIcon aria-label={`Move ${name} down`} onClick={() => onMove(1)}>
            <IconArrowDown size={15} />
          </ActionIcon>
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
        <Group grow align="start">
          <TextInput
            label="Name"
            value={name}
            error={variableNameProblem(name, others)}
            onChange={(event) => onChange("name", event.currentTarget.value)}
          />
          <TextInput
            label="Label"
            value={text(variable.label)}
            onChange={(event) => onChange("label", event.currentTarget.value)}
          />
        </Group>
        {help ? (
          <TextInput
            label={help.label}
            placeholder={help.placeholder}
            description={help.description}
            value={textOfQuery(variable.query)}
            onChange={(event) => query(event.currentTarget.value)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            This type is kept as it is; change it in the JSON.
          </Text>
        )}
        <Group grow align="end">
          <Select
            label="Display"
            allowDeselect={false}
            data={hides}
            value={String(variable.hide ?? 0)}
            onChange={(value) => onChange("hide", Number(value))}
          />
          {type === "query" ? (
            <Select
              label="Refresh"
              allowDeselect={false}
              data={refreshes}
              value={String(Number(variable.refresh) || 1)}
              onChange={(value) => onChange("refresh", Number(value))}
            />
          ) : null}
          {type === "query" ? (
            <NumberInput
              label="Sort"
              min={0}
              max={8}
              value={Number(variable.sort) || 0}
              onChange={(value) => onChange("sort", Number(value) || 0)}
            />
          ) : null}
        </Group>
        {type === "query" ? (
          <TextInput
            label="Regex"
            placeholder="/.*-(?<text>.*)-.*/"
            value={text(variable.regex)}
            onChange={(event) => onChange("regex", event.currentTarget.value)}
          />
        ) : null}
        {selectable ? (
          <Group>
            <Switch
              label="Several values"
              checked={variable.multi === true}
              onChange={(event) => onChange("multi", event.currentTarget.checked)}
            />
            <Switch
              label="All"
              checked={variable.includeAll === true}
              onChange={(event) => onChange("includeAll", event.currentTarget.checked)}
            />
            {variable.includeAll === true ? (
              <TextInput
                aria-label="Value of All"
                placeholder="Value of All (optional)"
                value={text(variable.allValue)}
                onChange={(event) => onChange("allValue", event.currentTarget.value || null)}
              />
            ) : null}
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}
