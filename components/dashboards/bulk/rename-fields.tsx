"use client";

import { Checkbox, SimpleGrid, TextInput } from "@mantine/core";
import type { ChangeFieldsProps } from "./change-fields";

/** The old and the new name of a metric or a label. */
export function RenameFields({ form, problems, onChange }: ChangeFieldsProps) {
  const isMetric = form.kind === "renameMetric";
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={isMetric ? "Metric" : "Label"}
          placeholder={isMetric ? "http_requests_total" : "pod"}
          value={form.from}
          error={problems.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          label="New name"
          value={form.to}
          error={problems.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
      {isMetric ? (
        <Checkbox
          label="Also its parts: _bucket, _sum, _count, _total and _created"
          checked={form.family}
          onChange={(event) => onChange({ family: event.currentTarget.checked })}
        />
      ) : null}
    </>
  );
}
