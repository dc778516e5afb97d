"use client";

import { Group, SegmentedControl, Select } from "@mantine/core";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { repeatableNames } from "@/lib/shared/dashboards/edit/repeatable-names";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelEdit } from "../draft-context";
import { OptionSection } from "./option-section";

const most = [2, 3, 4, 6, 8, 12].map((count) => ({ value: String(count), label: `${count} on a line` }));

/** Draws the panel once for each value of a variable. */
export function RepeatOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const { dashboard } = useDashboardRuntime();
  const names = repeatableNames(dashboard.variables);
  const data = panel.repeat === null || names.includes(panel.repeat) ? names : [...names, panel.repeat];
  return (
    <OptionSection title="Repeat">
      <Select
        label="For each value of"
        placeholder="Not repeated"
        clearable
        disabled={data.length === 0}
        description={data.length === 0 ? "Add a variable in the settings first." : undefined}
        data={data}
        value={panel.repeat}
        onChange={(name) => edit.put(["repeat"], name ?? undefined, "Repeat")}
      />
      {panel.repeat === null ? null : (
        <Group grow wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label="Direction"
            data={[
              { value: "h", label: "Across" },
              { value: "v", label: "Down" },
            ]}
            value={panel.repeatDirection}
            onChange={(direction) => edit.set(["repeatDirection"], direction, "Repeat")}
          />
          {panel.repeatDirection === "h" ? (
            <Select
              aria-label="Most on a line"
              allowDeselect={false}
              data={most}
              value={String(panel.maxPerRow ?? 4)}
              onChange={(count) => edit.set(["maxPerRow"], Number(count), "Repeat")}
            />
          ) : null}
        </Group>
      )}
    </OptionSection>
  );
}
