"use client";

import { MultiSelect, NumberInput, SegmentedControl, Select, Switch, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import type { PanelEdit } from "../draft-context";
import { type OptionField, optionFields } from "./option-fields";
import { OptionSection } from "./option-section";
import classes from "./panel-editor.module.css";

/** The options of the panel's own type, from the table in option-fields. */
export function TypeOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const sections = optionFields[panel.type] ?? [];
  return sections.map(({ title, fields }) => (
    <OptionSection key={title} title={title}>
      {fields.map((field) => (
        <OptionInput key={field.label} field={field} panel={panel} edit={edit} />
      ))}
    </OptionSection>
  ));
}

/** Old shapes are shown by what they mean; the stored panel is asked first. */
function storedValue(panel: ReadPanel, path: JsonPath): Json | undefined {
  const stored = getAt(panel.raw, path);
  if (stored !== undefined) return stored;
  const [root, ...rest] = path;
  if (root === "options") return getAt(panel.options, rest);
  return getAt(panel.fieldConfig.defaults.custom, path.slice(3));
}

function OptionInput({
  field,
  panel,
  edit,
}: {
  field: OptionField;
  panel: ReadPanel;
  edit: PanelEdit;
}): ReactNode {
  const value = storedValue(panel, field.path);
  const put = (next: Json | undefined) => {
    for (const [path, also] of field.also?.(next) ?? []) edit.put(path, also, field.label);
    edit.put(field.path, next, field.label);
  };
  const text = typeof value === "string" ? value : String(field.fallback ?? "");
  switch (field.input) {
    case "choice":
      return <ChoiceInput field={field} value={text} onChange={put} />;
    case "calculations":
      if (field.single) {
        return (
          <Select
            label={field.label}
            allowDeselect={false}
            data={field.choices}
            value={Array.isArray(value) && value.length > 0 ? String(value[0]) : "lastNotNull"}
            onChange={(next) => next && put([next])}
          />
        );
      }
      return (
        <MultiSelect
          label={field.label}
          data={field.choices}
          clearable
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={put}
        />
      );
    case "number":
      return (
        <NumberInput
          label={field.label}
          min={field.min}
          max={field.max}
          value={typeof value === "number" ? value : (field.fallback ?? "")}
          onChange={(next) => put(typeof next === "number" ? next : undefined)}
        />
      );
    case "switch":
      return (
        <Switch
          label={field.label}
          checked={typeof value === "boolean" ? value : field.fallback === true}
          onChange={(event) => put(event.currentTarget.checked)}
        />
      );
    case "text":
      return (
        <Textarea
          label={field.label}
          autosize
          minRows={6}
          maxRows={20}
          value={text}
          onChange={(event) => put(event.currentTarget.value)}
        />
      );
  }
}

interface ChoiceInputProps {
  field: Extract<OptionField, { input: "choice" }>;
  value: string;
  onChange: (value: string) => void;
}

function ChoiceInput({ field, value, onChange }: ChoiceInputProps) {
  if (field.choices.length > 4 || lettersOf(field) > 28) {
    return (
      <Select
        label={field.label}
        allowDeselect={false}
        data={field.choices}
        value={value}
        onChange={(next) => next && onChange(next)}
      />
    );
  }
  return (
    <div>
      <div className={classes.label}>{field.label}</div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={field.label}
        data={field.choices}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** So many letters do not fit side by side in the column of options. */
function lettersOf({ choices }: ChoiceInputProps["field"]): number {
  return choices.reduce((sum, { label }) => sum + label.length, 0);
}
