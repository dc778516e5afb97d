"use client";

import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelEdit } from "../draft-context";
import { OptionSection } from "./option-section";
import { ThresholdsField } from "./thresholds-field";
import { UnitSelect } from "./unit-select";

const defaults = ["fieldConfig", "defaults"] as const;

const colorModes = [
  { value: "palette-classic", label: "Classic palette" },
  { value: "thresholds", label: "From thresholds" },
  { value: "fixed", label: "Single colour" },
  { value: "continuous-GrYlRd", label: "Green to red" },
  { value: "continuous-BlPu", label: "Blue to purple" },
];

/** Unit, decimals, bounds, colour and thresholds: what holds for every field of the panel. */
export function FieldOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const options = panel.fieldConfig.defaults;
  const thresholds = options.thresholds ?? {
    mode: "absolute" as const,
    steps: [{ value: Number.NEGATIVE_INFINITY, color: "green" }],
  };
  const number = (key: "decimals" | "min" | "max", label: string) => (
    <NumberInput
      label={label}
      placeholder="Auto"
      flex={1}
      allowDecimal={key !== "decimals"}
      min={key === "decimals" ? 0 : undefined}
      max={key === "decimals" ? 15 : undefined}
      value={options[key] ?? ""}
      onChange={(value) => edit.put([...defaults, key], typeof value === "number" ? value : undefined, label)}
    />
  );
  const mode = options.color?.mode ?? "";
  return (
    <>
      <OptionSection title="Values">
        <UnitSelect
          value={options.unit ?? ""}
          onChange={(unit) => edit.put([...defaults, "unit"], unit, "Unit")}
        />
        <Group gap="xs" wrap="nowrap">
          {number("decimals", "Decimals")}
          {number("min", "Minimum")}
          {number("max", "Maximum")}
        </Group>
        <TextInput
          label="No value"
          placeholder="-"
          value={options.noValue ?? ""}
          onChange={(event) =>
            edit.put([...defaults, "noValue"], event.currentTarget.value || undefined, "No value")
          }
        />
        <Select
          label="Colour"
          placeholder="By type of panel"
          clearable
          data={
            colorModes.some(({ value }) => value === mode) || mode === "" ? colorModes : [...colorModes, mode]
          }
          value={mode || null}
          onChange={(value) =>
            edit.put([...defaults, "color"], value ? { mode: value } : undefined, "Colour")
          }
        />
      </OptionSection>
      <OptionSection title="Thresholds">
        <ThresholdsField
          mode={thresholds.mode}
          steps={thresholds.steps}
          onChange={(value) => edit.set([...defaults, "thresholds"], value, "Thresholds")}
        />
      </OptionSection>
    </>
  );
}
