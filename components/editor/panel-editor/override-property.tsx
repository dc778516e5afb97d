"use client";

import { Input, NumberInput, Switch, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { mappingForm } from "@/lib/shared/dashboards/edit/mappings";
import { readThresholds } from "@/lib/shared/dashboards/read-thresholds";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { ColorModeField } from "./color-mode-field";
import { dataLinkWords, LinksField } from "./links-field";
import { MappingsField } from "./mappings-field";
import { OptionControl } from "./option-control";
import { overridable } from "./option-fields";
import { type OptionField, storedChoice } from "./options/option-field";
import { ThresholdsField } from "./thresholds-field";
import { UnitSelect } from "./unit-select";

interface KnownProperty {
  id: string;
  label: string;
  initial: Json;
}

const base = { value: null, color: "green" };

/** The properties of all types that have a field here. */
const common: readonly KnownProperty[] = [
  { id: "color", label: "Colour", initial: { mode: "fixed", fixedColor: "blue" } },
  { id: "unit", label: "Unit", initial: "short" },
  { id: "displayName", label: "Display name", initial: "" },
  { id: "decimals", label: "Decimals", initial: 0 },
  { id: "min", label: "Minimum", initial: 0 },
  { id: "max", label: "Maximum", initial: 100 },
  { id: "noValue", label: "No value", initial: "" },
  { id: "thresholds", label: "Thresholds", initial: { mode: "absolute", steps: [base] } },
  { id: "mappings", label: "Value mappings", initial: [] },
  { id: "links", label: "Data links", initial: [{ title: "", url: "", targetBlank: false }] },
  {
    id: "custom.hideFrom",
    label: "Hide in the panel",
    initial: { viz: true, legend: false, tooltip: false },
  },
];

/** What an override may set in a panel of this type; every other property is kept as it is. */
export function knownProperties(type: string): KnownProperty[] {
  const own = [...overridable(type)].map(([id, field]) => ({
    id,
    label: field.label,
    initial: wrapped(field, initialOf(field)),
  }));
  return [...common, ...own];
}

function initialOf(field: OptionField): Json {
  switch (field.input) {
    case "choice": {
      const other = field.choices.find(({ value }) => value !== field.fallback)?.value ?? field.fallback;
      return storedChoice(field, other) ?? null;
    }
    case "number":
      return field.fallback ?? field.min ?? 0;
    case "switch":
      return field.fallback !== true;
    case "several":
    case "calculation":
      return [];
    default:
      return "";
  }
}

/** Grafana overrides groups of settings, such as `stacking`, as a whole. */
function wrapped(field: OptionField, value: Json, before: unknown = {}): Json {
  const key = field.path[4];
  if (key === undefined) return value;
  return { ...(isJsonObject(before) ? (before as Record<string, Json>) : {}), [String(key)]: value };
}

function unwrapped(field: OptionField, value: unknown): Json | undefined {
  const key = field.path[4];
  const inner = key === undefined ? value : isJsonObject(value) ? value[String(key)] : undefined;
  return inner as Json | undefined;
}

interface PropertyInputProps {
  type: string;
  property: { id: string; value?: unknown };
  schemaVersion: Json | undefined;
  onChange: (value: Json) => void;
}

export function PropertyInput({ type, property, schemaVersion, onChange }: PropertyInputProps): ReactNode {
  const { id, value } = property;
  const field = overridable(type).get(id);
  const label = common.find((known) => known.id === id)?.label ?? id;
  const text = typeof value === "string" ? value : "";
  if (field) {
    return (
      <OptionControl
        field={field}
        value={unwrapped(field, value)}
        onChange={(next) => onChange(wrapped(field, next ?? null, value))}
      />
    );
  }
  switch (id) {
    case "unit":
      return <UnitSelect value={text} onChange={(unit) => onChange(unit ?? "none")} />;
    case "color":
      return <ColorModeField value={value} onChange={(color) => onChange(color ?? {})} />;
    case "thresholds": {
      const { mode, steps } = readThresholds(value) ?? { mode: "absolute" as const, steps: [] };
      return (
        <Input.Wrapper label={label} labelElement="div">
          <ThresholdsField mode={mode} steps={steps} onChange={onChange} />
        </Input.Wrapper>
      );
    }
    case "mappings": {
      const mappings = value as Json | undefined;
      return (
        <Input.Wrapper label={label} labelElement="div">
          <MappingsField
            mappings={mappings}
            form={mappingForm(mappings, schemaVersion)}
            onChange={onChange}
          />
        </Input.Wrapper>
      );
    }
    case "links":
      return (
        <Input.Wrapper label={label} labelElement="div">
          <LinksField
            {...dataLinkWords}
            links={value as Json | undefined}
            onChange={(links) => onChange(links ?? [])}
          />
        </Input.Wrapper>
      );
    case "custom.hideFrom": {
      const hide = isJsonObject(value) ? (value as Record<string, Json>) : {};
      return (
        <Switch
          label={label}
          checked={hide.viz === true}
          onChange={(event) => onChange({ ...hide, viz: event.currentTarget.checked })}
        />
      );
    }
    case "displayName":
    case "noValue":
      return (
        <TextInput label={label} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case "decimals":
    case "min":
    case "max":
      return (
        <NumberInput
          label={label}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => typeof next === "number" && onChange(next)}
        />
      );
    default:
      return (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {id}: {JSON.stringify(value)}
        </Text>
      );
  }
}
