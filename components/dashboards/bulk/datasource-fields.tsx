"use client";

import { Select, SimpleGrid, TextInput } from "@mantine/core";
import type { ChangeFieldsProps } from "./change-fields";

/** Which datasource is asked now, and which instead. */
export function DatasourceFields({ form, problems, datasources, onChange }: ChangeFieldsProps) {
  const known = datasources.map(({ uid, name }) => ({ value: uid, label: name }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label="Datasource"
        description="As panels name it: a uid, a name or ${VARIABLE}; empty is the default"
        value={form.from}
        error={problems.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <Select
        label="Ask instead"
        description="A datasource, or the variable of the dashboards"
        data={[{ value: "${DS_PROMETHEUS}", label: "${DS_PROMETHEUS}" }, ...known]}
        value={form.to || null}
        error={problems.to}
        onChange={(uid) => onChange({ to: uid ?? "" })}
      />
    </SimpleGrid>
  );
}
