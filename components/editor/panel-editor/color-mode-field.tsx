"use client";

import { Group, Select, Stack } from "@mantine/core";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { ColorField } from "./color-field";

const modes = [
  {
    group: "Of the series",
    items: [
      { value: "palette-classic", label: "Classic palette" },
      { value: "palette-classic-by-name", label: "Classic palette, by name" },
      { value: "fixed", label: "Single colour" },
      { value: "shades", label: "Shades of a colour" },
    ],
  },
  {
    group: "Of the value",
    items: [
      { value: "thresholds", label: "From thresholds" },
      { value: "continuous-GrYlRd", label: "Green, yellow, red" },
      { value: "continuous-RdYlGr", label: "Red, yellow, green" },
      { value: "continuous-BlYlRd", label: "Blue, yellow, red" },
      { value: "continuous-YlRd", label: "Yellow to red" },
      { value: "continuous-BlPu", label: "Blue to purple" },
      { value: "continuous-YlBl", label: "Yellow to blue" },
      { value: "continuous-blues", label: "Blues" },
      { value: "continuous-reds", label: "Reds" },
      { value: "continuous-greens", label: "Greens" },
      { value: "continuous-purples", label: "Purples" },
    ],
  },
];
const known = new Set(modes.flatMap(({ items }) => items.map(({ value }) => value)));
const ofOneColor = new Set(["fixed", "shades"]);

interface ColorModeFieldProps {
  /** As stored. */
  value: unknown;
  onChange: (color: Json | undefined) => void;
}

/** How colours are chosen, and which one where it is one. */
export function ColorModeField({ value, onChange }: ColorModeFieldProps) {
  const stored = isJsonObject(value) ? (value as Record<string, Json>) : {};
  const mode = typeof stored.mode === "string" ? stored.mode : "";
  const change = (next: string) =>
    onChange({
      ...stored,
      mode: next,
      ...(ofOneColor.has(next) && { fixedColor: stored.fixedColor ?? "blue" }),
    });
  return (
    <Stack gap="sm">
      <Select
        label="Colour"
        placeholder="By type of panel"
        clearable
        data={known.has(mode) || mode === "" ? modes : [...modes, { group: "As stored", items: [mode] }]}
        value={mode || null}
        onChange={(next) => (next ? change(next) : onChange(undefined))}
      />
      {ofOneColor.has(mode) ? (
        <Group>
          <ColorField
            label="Single colour"
            value={typeof stored.fixedColor === "string" ? stored.fixedColor : ""}
            onChange={(fixedColor) => onChange({ ...stored, fixedColor })}
          />
        </Group>
      ) : null}
    </Stack>
  );
}
