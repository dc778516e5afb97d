"use client";

import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { BulkForm } from "@/lib/client/dashboards/bulk-form";
import { quickRefreshes } from "@/lib/client/dashboards/quick-refreshes";
import { DatasourceFields } from "./datasource-fields";
import { RenameFields } from "./rename-fields";

export interface ChangeFieldsProps {
  form: BulkForm;
  problems: Partial<Record<keyof BulkForm, string>>;
  datasources: readonly { uid: string; name: string }[];
  onChange: (part: Partial<BulkForm>) => void;
}

/** The fields that the chosen kind of change needs. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { kind } = props.form;
  if (kind === "renameMetric" || kind === "renameLabel") return <RenameFields {...props} />;
  return kind === "replaceDatasource" ? <DatasourceFields {...props} /> : <ValueField {...props} />;
}

function ValueField({ form: { kind, value }, problems, onChange }: ChangeFieldsProps) {
  const shared = { value, error: problems.value };
  const type = (text: string) => onChange({ value: text });
  if (kind === "setDecimals") {
    return (
      <NumberInput
        {...shared}
        label="Decimals"
        min={0}
        max={10}
        allowDecimal={false}
        onChange={(decimals) => type(String(decimals))}
      />
    );
  }
  if (kind === "setDescription") {
    return (
      <Textarea
        {...shared}
        label="Description"
        autosize
        minRows={2}
        onChange={(event) => type(event.currentTarget.value)}
      />
    );
  }
  if (kind === "setRefresh") {
    return (
      <Select
        {...shared}
        label="Refresh"
        data={quickRefreshes}
        allowDeselect={false}
        onChange={(refresh) => type(refresh ?? "")}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      label={kind === "setUnit" ? "Unit" : "Tag"}
      placeholder={kind === "setUnit" ? "bytes, s, reqps, percentunit" : undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
