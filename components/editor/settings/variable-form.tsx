"use client";

import { ActionIcon, Group, Paper, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { variableNameProblem } from "@/lib/shared/dashboards/edit/variables";
import { readDatasource } from "@/lib/shared/dashboards/read-datasource";
import type { JsonObject } from "@/lib/shared/json";
import { intervalProblem } from "@/lib/shared/variables/interval-problem";
import { useDraftDocument } from "../draft-context";
import { useEditor } from "../editor-context";
import { MoveButtons } from "../move-buttons";
import { FoundValues } from "./found-values";
import { IntervalFields } from "./interval-fields";
import { SettledInput } from "./settled-input";
import { VariableQueryField } from "./variable-query-field";

interface VariableFormProps {
  variable: JsonObject;
  index: number;
  /** The same variable with the options that were found for it. */
  control: VariableControl | undefined;
  others: readonly string[];
  /** It was added just now: its name comes first. */
  isNew: boolean;
  onChange: (key: string, value: JsonObject[string], more?: JsonObject) => void;
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

const sorts = [
  "As found",
  "A to Z",
  "Z to A",
  "1 to 9",
  "9 to 1",
  "a to z, any case",
  "z to a, any case",
  "Natural, rising",
  "Natural, falling",
].map((label, index) => ({ value: String(index), label }));

const text = (value: unknown) => (typeof value === "string" ? value : "");
const textOfQuery = (value: unknown) =>
  typeof value === "object" && value !== null && "query" in value ? text(value.query) : text(value);

/** One variable; what the form does not show stays as it is. */
export function VariableForm(props: VariableFormProps) {
  const { variable, index, control, others, isNew, onChange, onMove, onRemove } = props;
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isNew) return;
    // The menu that it was added by gives the focus back to its button as it closes.
    const timer = setTimeout(() => {
      if (!(document.activeElement instanceof HTMLInputElement)) nameField.current?.select();
    }, 200);
    return () => clearTimeout(timer);
  }, [isNew]);
  const type = text(variable.type);
  const name = text(variable.name);
  const help = queryHelp[type];
  const { tenant, datasourceChoices, datasourceUidOf } = useEditor();
  const schemaVersion = useDraftDocument().schemaVersion;
  const datasource = readDatasource(variable.datasource)?.uid ?? "";
  const selectable = type === "query" || type === "custom" || type === "datasource";
  const query = (value: string) => {
    const isObject =
      typeof variable.query === "object" && variable.query !== null && !Array.isArray(variable.query);
    // Grafana keeps the text of a query a second time, for its list of variables.
    const more = type === "query" && "definition" in variable ? { definition: value } : undefined;
    onChange("query", isObject ? { ...(variable.query as JsonObject), query: value } : value, more);
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
          <MoveButtons name={name} index={index} count={others.length + 1} onMove={onMove} />
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
        <Group grow align="start">
          <TextInput
            ref={nameField}
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
        {type === "query" || type === "adhoc" ? (
          <Select
            label="Datasource"
            allowDeselect={false}
            data={datasourceChoices(datasource)}
            value={datasource}
            onChange={(uid) =>
              uid !== null &&
              onChange("datasource", storedDatasource(uid, variable.datasource, schemaVersion) ?? null)
            }
          />
        ) : null}
        {help && type === "query" ? (
          <VariableQueryField
            {...help}
            tenant={tenant}
            datasource={datasourceUidOf(readDatasource(variable.datasource) ?? null)}
            value={textOfQuery(variable.query)}
            onSettled={query}
          />
        ) : help ? (
          <SettledInput
            label={help.label}
            placeholder={help.placeholder}
            description={help.description}
            value={textOfQuery(variable.query)}
            error={
              type === "interval"
                ? intervalProblem(textOfQuery(variable.query), variable.auto === true)
                : null
            }
            onSettled={query}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {type === "adhoc"
              ? "Who looks adds filters beside the variables; they go into every query of this datasource."
              : "This type is kept as it is; change it in the JSON."}
          </Text>
        )}
        {type === "interval" ? <IntervalFields variable={variable} onChange={onChange} /> : null}
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
            <Select
              label="Sort"
              allowDeselect={false}
              data={sorts}
              value={String(Number(variable.sort) || 0)}
              onChange={(value) => onChange("sort", Number(value))}
            />
          ) : null}
        </Group>
        {type === "query" || type === "datasource" ? (
          <SettledInput
            label="Regex"
            description={
              type === "datasource" ? "Names of datasources that are offered; all where empty" : undefined
            }
            placeholder={type === "datasource" ? "/^prod-/" : "/.*-(?<text>.*)-.*/"}
            value={text(variable.regex)}
            onSettled={(regex) => onChange("regex", regex)}
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
        {selectable || type === "interval" ? (
          <FoundValues control={control} asked={textOfQuery(variable.query) !== ""} />
        ) : null}
      </Stack>
    </Paper>
  );
}
