"use client";

import { Input, NumberInput, Select, Switch, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { ColorField } from "./color-field";
import { UnitSelect } from "./unit-select";

interface KnownProperty {
  id: string;
  label: string;
  initial: Json;
}

/** The properties that have a field here; every other is kept as it is. */
export const knownProperties: readonly KnownProperty[] = [
  { id: "color", label: "Colour", initial: { mode: "fixed", fixedColor: "blue" } },
  { id: "unit", label: "Unit", initial: "short" },
  { id: "displayName", label: "Display name", initial: "" },
  { id: "decimals", label: "Decimals", initial: 0 },
  { id: "min", label: "Minimum", initial: 0 },
  { id: "max", label: "Maximum", initial: 100 },
  { id: "custom.axisPlacement", label: "Axis", initial: "right" },
  { id: "custom.lineWidth", label: "Line width", initial: 2 },
  { id: "custom.fillOpacity", label: "Fill opacity", initial: 0 },
  { id: "custom.width", label: "Column width", initial: 120 },
  { id: "custom.hidden", label: "Hide in table", initial: true },
];

export function isKnownProperty(id: string): boolean {
  return knownProperties.some((known) => known.id === id);
}

const axes = [
  { value: "auto", label: "Auto" },
  { value: "left", label: "Left" },
  { value: "right", label: "Right" },
  { value: "hidden", label: "Hidden" },
];

interface PropertyInputProps {
  property: { id: string; value?: unknown };
  onChange: (value: Json) => void;
}

export function PropertyInput({ property: { id, value }, onChange }: PropertyInputProps): ReactNode {
  const label = knownProperties.find((known) => known.id === id)?.label ?? id;
  if (id === "unit") {
    return (
      <div style={{ flex: 1, minWidth: 0 }}>
        <UnitSelect
          value={typeof value === "string" ? value : ""}
          onChange={(unit) => onChange(unit ?? "none")}
        />
      </div>
    );
  }
  if (id === "color") {
    const fixedColor = isJsonObject(value) && typeof value.fixedColor === "string" ? value.fixedColor : "";
    return (
      <Input.Wrapper label={label} size="xs" flex={1}>
        <ColorField
          label={label}
          value={fixedColor}
          onChange={(color) =>
            onChange({
              ...(isJsonObject(value) ? (value as Record<string, Json>) : {}),
              mode: "fixed",
              fixedColor: color,
            })
          }
        />
      </Input.Wrapper>
    );
  }
  if (id === "displayName") {
    return (
      <TextInput
        label={label}
        flex={1}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (id === "custom.axisPlacement") {
    return (
      <Select
        label={label}
        flex={1}
        allowDeselect={false}
        data={axes}
        value={typeof value === "string" ? value : "auto"}
        onChange={(next) => next && onChange(next)}
      />
    );
  }
  if (id === "custom.hidden") {
    return (
      <Switch
        label={label}
        flex={1}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (isKnownProperty(id)) {
    return (
      <NumberInput
        label={label}
        flex={1}
        value={typeof value === "number" ? value : ""}
        onChange={(next) => typeof next === "number" && onChange(next)}
      />
    );
  }
  return (
    <Text size="xs" c="dimmed" flex={1} lineClamp={2}>
      {id}: {JSON.stringify(value)}
    </Text>
  );
}
