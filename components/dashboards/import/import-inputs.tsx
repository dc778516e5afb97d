"use client";

import { Select, TextInput } from "@mantine/core";
import type { ImportInput } from "@/lib/client/dashboards/import/read-import-file";
import type { DatasourceItem } from "@/lib/client/datasources/use-datasources";

interface ImportInputsProps {
  inputs: readonly ImportInput[];
  values: Record<string, string>;
  datasources: readonly DatasourceItem[];
  onChange: (name: string, value: string) => void;
}

/** What the author left open: each datasource and constant gets its value here. */
export function ImportInputs({ inputs, values, datasources, onChange }: ImportInputsProps) {
  return inputs.map((input) =>
    input.kind === "datasource" ? (
      <Select
        key={input.name}
        label={input.label}
        description={`Stands as \${${input.name}} in the dashboard`}
        placeholder="Choose a datasource"
        data={datasources.map(({ uid, name }) => ({ value: uid, label: name }))}
        value={values[input.name] ?? null}
        onChange={(uid) => (uid ? onChange(input.name, uid) : undefined)}
        allowDeselect={false}
      />
    ) : (
      <TextInput
        key={input.name}
        label={input.label}
        description={`Stands as \${${input.name}} in the dashboard`}
        value={values[input.name] ?? input.value}
        onChange={(event) => onChange(input.name, event.currentTarget.value)}
      />
    ),
  );
}
