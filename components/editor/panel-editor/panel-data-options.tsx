"use client";

import { Group, NumberInput, TextInput } from "@mantine/core";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { parseDurationMs } from "@/lib/shared/time/duration";
import type { PanelEdit } from "../draft-context";
import classes from "./panel-editor.module.css";

const fields = [
  { key: "interval", label: "Minimum step", placeholder: "15s" },
  { key: "timeFrom", label: "Relative time", placeholder: "now-1h or 1h" },
  { key: "timeShift", label: "Time shift", placeholder: "1d" },
] as const;

/** When and how finely the panel asks. */
export function PanelDataOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  return (
    <Group gap="sm" className={classes.dataOptions} align="start">
      {fields.map(({ key, label, placeholder }) => (
        <TextInput
          key={key}
          label={label}
          placeholder={placeholder}
          w={130}
          value={panel[key]}
          error={isDuration(panel[key]) ? null : "Write 30s, 5m or 1h."}
          onChange={(event) => edit.put([key], event.currentTarget.value || undefined, label)}
        />
      ))}
      <NumberInput
        label="Max data points"
        placeholder="Width"
        w={130}
        min={1}
        max={11_000}
        value={panel.maxDataPoints ?? ""}
        onChange={(value) =>
          edit.put(["maxDataPoints"], typeof value === "number" ? value : undefined, "Maximum of points")
        }
      />
    </Group>
  );
}

function isDuration(text: string): boolean {
  const plain = text.replace(/^(now-|>\s*)/, "");
  return plain === "" || plain.includes("$") || /^now/.test(plain) || parseDurationMs(plain) !== null;
}
