"use client";

import { Group, Select, TextInput } from "@mantine/core";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { regexProblem } from "@/lib/shared/panels/regex-problem";
import { OptionControl } from "../option-control";
import { choices, type OptionField } from "../options/option-field";
import { FieldRows } from "./field-rows";
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
const settings = [
  {
    label: "Rows",
    input: "choice",
    path: ["type"],
    fallback: "include",
    choices: choices(["include", "Keep"], ["exclude", "Leave out"]),
  },
  {
    label: "Where",
    input: "choice",
    path: ["match"],
    fallback: "any",
    choices: choices(["any", "Any holds"], ["all", "All hold"]),
  },
] satisfies OptionField[];

/** Which rows are kept or left out, by what stands in their columns. */
export function FilterValueForm({ options, fieldNames, onChange }: TransformationFormProps) {
  return (
    <>
      <Group gap="sm" mt={4} mb="xs" grow>
        {settings.map((field) => {
          const [key = ""] = field.path;
          return (
            <OptionControl
              key={key}
              field={field}
              value={options[key]}
              onChange={(next) => onChange({ ...options, [key]: next ?? field.fallback })}
            />
          );
        })}
      </Group>
      <FieldRows
        noun="condition"
        rows={options.filters}
        fieldKey="fieldName"
        fieldNames={fieldNames}
        addLabel="Add condition"
        start={{ fieldName: fieldNames.at(-1) ?? "", config: { id: "greater", options: { value: 0 } } }}
        onChange={(filters) => onChange({ ...options, filters })}
      >
        {(filter, name, change) => <Test filter={filter} name={name} onChange={change} />}
      </FieldRows>
    </>
  );
}

interface TestProps {
  filter: JsonObject;
  name: string;
  onChange: (next: JsonObject) => void;
}

/** What is asked of the field, and the value that it is compared with. */
function Test({ filter, name, onChange }: TestProps) {
  const id = readString(getAt(filter, ["config", "id"]));
  const values = readObject(getAt(filter, ["config", "options"]));
  const put = (id: string, options: JsonObject) => onChange({ ...filter, config: { id, options } });
  const input = (key: string, label: string) => (
    <TextInput
      flex={1}
      miw={56}
      aria-label={`${label} of ${name}`}
      placeholder={label}
      value={readString(values[key])}
      error={id === "regex" ? regexProblem(`/${readString(values[key])}/`) : null}
      onChange={(event) => put(id, { ...values, [key]: numberOrText(event.currentTarget.value) })}
    />
  );
  return (
    <>
      <Select
        w={140}
        aria-label={`Test of ${name}`}
        allowDeselect={false}
        data={tests}
        value={id}
        onChange={(next) => next && put(next, values)}
      />
      {id === "between" ? (
        <>
          {input("from", "From")}
          {input("to", "To")}
        </>
      ) : withoutValue.includes(id) ? null : (
        input("value", "Value")
      )}
    </>
  );
}

/** Grafana keeps numbers as numbers; what is still being written (`-`, `1.`) stays text. */
function numberOrText(text: string): string | number {
  return text.trim() !== "" && String(Number(text)) === text ? Number(text) : text;
}
