"use client";

import { Group, MultiSelect, Select, Text } from "@mantine/core";
import { readArray, readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { calculations } from "../options/shared-options";
import classes from "../panel-editor.module.css";
import { ColumnRows } from "./column-rows";
import type { TransformationFormProps } from "./transformation-form";

const operations = [
  { value: "", label: "Leave out" },
  { value: "groupby", label: "Group by" },
  { value: "aggregate", label: "Calculate" },
];

/** For each column: whether rows are put together by it, or what is worked out of it. */
export function GroupByForm({ options, fieldNames, onChange }: TransformationFormProps) {
  const fields = readObject(options.fields);
  const names = [...new Set([...fieldNames, ...Object.keys(fields)])];
  const commit = (name: string, next: JsonObject | null) => {
    const { [name]: _before, ...others } = fields;
    onChange({ ...options, fields: next === null ? others : { ...fields, [name]: next } });
  };
  return (
    <ColumnRows>
      {names.map((name) => {
        const setting = readObject(fields[name]);
        const operation = readString(setting.operation);
        const aggregations = readArray(setting.aggregations).map(String);
        return (
          <Group key={name} gap={6} wrap="nowrap" align="center">
            <Text size="xs" className={classes.column} truncate title={name}>
              {name}
            </Text>
            <Select
              w={130}
              aria-label={`What becomes of ${name}`}
              allowDeselect={false}
              data={operations}
              value={operation}
              onChange={(next) => commit(name, next ? { aggregations, operation: next } : null)}
            />
            {operation === "aggregate" ? (
              <MultiSelect
                flex={1}
                aria-label={`Calculations of ${name}`}
                placeholder={aggregations.length === 0 ? "Calculations" : ""}
                data={calculations}
                value={aggregations}
                onChange={(next) => commit(name, { aggregations: next, operation })}
              />
            ) : null}
          </Group>
        );
      })}
    </ColumnRows>
  );
}
