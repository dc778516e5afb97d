"use client";

import { Checkbox, NumberInput, Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { BulkForm } from "@/lib/client/dashboards/bulk-form";
import { quickRefreshes } from "@/lib/client/dashboards/quick-refreshes";

interface ChangeFieldsProps {
  form: BulkForm;
  problems: Partial<Record<keyof BulkForm, string>>;
  datasources: readonly { uid: string; name: string }[];
  onChange: (part: Partial<BulkForm>) => void;
}

/** The fields that the chosen kind of change needs. */
export function ChangeFields({ form, problems, datasources, onChange }: ChangeFieldsProps) {
  const { kind, from, to, value, family } = form;
  const text = (key: "from" | "to" | "value", label: string, placeholder?: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={form[key]}
      error={problems[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  if (kind === "renameMetric" || kind === "renameLabel") {
    const noun = kind === "renameMetric" ? "Metric" : "Label";
    return (
      <>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text("from", noun, kind === "renameMetric" ? "http_requests_total" : "pod")}
          {text("to", "New name")}
        </SimpleGrid>
        {kind === "renameMetric" ? (
          <Checkbox
            label="Also its parts: _bucket, _sum, _count, _total and _created"
            checked={family}
            onChange={(event) => onChange({ family: event.currentTarget.checked })}
          />
        ) : null}
      </>
    );
  }
  if (kind === "replaceDatasource") {
    const known = datasources.map(({ uid, name }) => ({ value: uid, label: name }));
    return (
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Datasource"
          description="As panels name it: a uid, a name or ${VARIABLE}; empty is the default"
          value={from}
          error={problems.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <Select
          label="Ask instead"
          description="A datasource, or the variable of the dashboards"
          data={[{ value: "${DS_PROMETHEUS}", label: "${DS_PROMETHEUS}" }, ...known]}
          value={to || null}
          error={problems.to}
          onChange={(uid) => onChange({ to: uid ?? "" })}
        />
      </SimpleGrid>
    );
  }
  if (kind === "setDecimals") {
    return (
      <NumberInput
        label="Decimals"
        min={0}
        max={10}
        allowDecimal={false}
        value={value}
        error={problems.value}
        onChange={(decimals) => onChange({ value: String(decimals) })}
      />
    );
  }
  if (kind === "setDescription") {
    return (
      <Textarea
        label="Description"
        autosize
        minRows={2}
        value={value}
        error={problems.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
    );
  }
  if (kind === "setRefresh") {
    return (
      <Select
        label="Refresh"
        data={quickRefreshes}
        value={value}
        error={problems.value}
        allowDeselect={false}
        onChange={(refresh) => onChange({ value: refresh ?? "" })}
      />
    );
  }
  return kind === "setUnit" ? text("value", "Unit", "bytes, s, reqps, percentunit") : text("value", "Tag");
}

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
