"use client";

import { SimpleGrid, TextInput } from "@mantine/core";
import type { ChangeFieldsProps } from "./change-fields";

/** Which panels a change is about. */
export function PanelFields({ form, onChange }: Pick<ChangeFieldsProps, "form" | "onChange">) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <TextInput
        label="Only panels titled"
        placeholder="Any"
        value={form.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label="Only of the type"
        placeholder="Any"
        value={form.type}
        onChange={(event) => onChange({ type: event.currentTarget.value })}
      />
      <TextInput
        label="Only those that ask"
        placeholder="Any metric"
        value={form.metric}
        onChange={(event) => onChange({ metric: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
