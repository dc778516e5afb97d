"use client";

import {
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { ReactNode } from "react";
import type { Json } from "@/lib/shared/json";
import { type OptionField, storedChoice } from "./options/option-field";
import classes from "./panel-editor.module.css";

interface OptionControlProps {
  field: OptionField;
  value: Json | undefined;
  onChange: (next: Json | undefined) => void;
}

/** The field that one setting is changed with. */
export function OptionControl({ field, value, onChange }: OptionControlProps): ReactNode {
  const text = shownText(field, value);
  switch (field.input) {
    case "choice":
      return (
        <ChoiceInput field={field} value={text} onChange={(next) => onChange(storedChoice(field, next))} />
      );
    case "calculation":
      return (
        <Select
          label={field.label}
          allowDeselect={false}
          data={field.choices}
          value={Array.isArray(value) && value.length > 0 ? String(value[0]) : "lastNotNull"}
          onChange={(next) => next && onChange([next])}
        />
      );
    case "several":
      return (
        <MultiSelect
          label={field.label}
          data={field.choices}
          clearable
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case "number":
      return (
        <NumberInput
          label={field.label}
          min={field.min}
          max={field.max}
          step={field.step}
          placeholder="Auto"
          value={typeof value === "number" ? value : (field.fallback ?? "")}
          onChange={(next) => onChange(typeof next === "number" ? next : undefined)}
        />
      );
    case "switch":
      return (
        <Switch
          label={field.label}
          checked={typeof value === "boolean" ? value : field.fallback === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "line":
      return (
        <TextInput
          label={field.label}
          value={text}
          error={field.problem?.(text)}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
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
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function shownText(field: OptionField, value: Json | undefined): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" ? value : String(value ?? field.fallback ?? "");
}

interface ChoiceInputProps {
  field: Extract<OptionField, { input: "choice" }>;
  value: string;
  onChange: (value: string) => void;
}

function ChoiceInput({ field, value, onChange }: ChoiceInputProps) {
  const known = field.choices.some((choice) => choice.value === value);
  const data = known ? field.choices : [...field.choices, { value, label: value }];
  if (data.length > 4 || lettersOf(data) > 28) {
    return (
      <Select
        label={field.label}
        allowDeselect={false}
        data={data}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
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
        data={data}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** So many letters do not fit side by side in the column of options. */
function lettersOf(choices: { label: string }[]): number {
  return choices.reduce((sum, { label }) => sum + label.length, 0);
}
