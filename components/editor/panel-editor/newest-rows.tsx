import { Button, Group, Text } from "@mantine/core";
import { asksPointsForRows, withNewestRows } from "@/lib/shared/dashboards/edit/newest-rows";
import { readArray } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelEdit } from "../draft-context";

/** A table of a query as it is first written has a row a point in time; mostly one a series is meant. */
export function NewestRows({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  if (!asksPointsForRows(panel)) return null;
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        The rows are points in time, of one series at a time.
      </Text>
      <Button
        variant="default"
        onClick={() =>
          edit.step(["targets"], withNewestRows(readArray(panel.raw.targets)), "One row for each series")
        }
      >
        One row for each series
      </Button>
    </Group>
  );
}
