"use client";

import { Group, NumberInput, Switch, TextInput } from "@mantine/core";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { mappingForm } from "@/lib/shared/dashboards/edit/mappings";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { type PanelEdit, useDraftDocument } from "../draft-context";
import { ColorModeField } from "./color-mode-field";
import { dataLinkWords, LinksField } from "./links-field";
import { MappingsField } from "./mappings-field";
import { OptionSection } from "./option-section";
import { ThresholdsField } from "./thresholds-field";
import { UnitSelect } from "./unit-select";

const defaults = ["fieldConfig", "defaults"] as const;

/** Unit, decimals, bounds, colour and thresholds: what holds for every field of the panel. */
export function FieldOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const schemaVersion = useDraftDocument().schemaVersion;
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
  const stored = getAt(panel.raw, [...defaults, "color"]);
  const mappings = getAt(panel.raw, [...defaults, "mappings"]);
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
        <Switch
          label="Range of each field by itself"
          checked={options.fieldMinMax === true}
          onChange={(event) =>
            edit.put(
              [...defaults, "fieldMinMax"],
              event.currentTarget.checked || undefined,
              "Range of fields",
            )
          }
        />
        <TextInput
          label="No value"
          placeholder="-"
          value={options.noValue ?? ""}
          onChange={(event) =>
            edit.put([...defaults, "noValue"], event.currentTarget.value || undefined, "No value")
          }
        />
        <ColorModeField
          value={stored ?? options.color}
          onChange={(color) => edit.put([...defaults, "color"], color, "Colour")}
        />
        <TextInput
          label="Display name"
          placeholder="As the query names it"
          value={options.displayName ?? ""}
          onChange={(event) =>
            edit.put([...defaults, "displayName"], event.currentTarget.value || undefined, "Display name")
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
      <OptionSection title="Value mappings">
        <MappingsField
          mappings={mappings}
          form={mappingForm(mappings, schemaVersion)}
          onChange={(value) => edit.set([...defaults, "mappings"], value, "Value mappings")}
        />
      </OptionSection>
      <OptionSection title="Data links">
        <LinksField
          {...dataLinkWords}
          links={getAt(panel.raw, [...defaults, "links"])}
          onChange={(links) => edit.put([...defaults, "links"], links, "Data links")}
        />
      </OptionSection>
    </>
  );
}
