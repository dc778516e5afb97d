"use client";

import { Group, Select, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { useDraftStore } from "../draft-context";

const crosshairs = [
  { value: "0", label: "Each panel its own" },
  { value: "1", label: "Shared crosshair" },
  { value: "2", label: "Shared tooltip" },
];

const refreshes = ["", "5s", "10s", "30s", "1m", "5m", "15m", "30m", "1h"].map((value) => ({
  value,
  label: value || "Off",
}));

const timeZones = [
  { value: "", label: "Default" },
  { value: "browser", label: "Browser" },
  { value: "utc", label: "UTC" },
];

function withCurrent(choices: { value: string; label: string }[], current: string) {
  return choices.some(({ value }) => value === current)
    ? choices
    : [...choices, { value: current, label: current }];
}

export function GeneralSettings({ dashboard }: { dashboard: ReadDashboard }) {
  const store = useDraftStore();
  const set = (path: string[], value: Json, label: string) =>
    store
      .getState()
      .change(label, (document) => setInDocument(document, path, value), `dashboard/${path.join("/")}`);
  const refresh = withCurrent(refreshes, dashboard.refresh);
  return (
    <Stack gap="sm">
      <TextInput
        label="Title"
        error={dashboard.title.trim() === "" ? "Give the dashboard a title." : null}
        value={dashboard.title}
        onChange={(event) => set(["title"], event.currentTarget.value, "Title")}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        value={dashboard.description}
        onChange={(event) => set(["description"], event.currentTarget.value, "Description")}
      />
      <TagsInput label="Tags" value={dashboard.tags} onChange={(tags) => set(["tags"], tags, "Tags")} />
      <Group grow>
        <TextInput
          label="Default range from"
          value={dashboard.time.from}
          onChange={(event) => set(["time", "from"], event.currentTarget.value, "Default range")}
        />
        <TextInput
          label="to"
          value={dashboard.time.to}
          onChange={(event) => set(["time", "to"], event.currentTarget.value, "Default range")}
        />
      </Group>
      <Select
        label="Time zone"
        allowDeselect={false}
        data={withCurrent(timeZones, dashboard.timezone)}
        value={dashboard.timezone}
        onChange={(value) => set(["timezone"], value ?? "", "Time zone")}
      />
      <Group grow>
        <Select
          label="Default refresh"
          allowDeselect={false}
          data={refresh}
          value={dashboard.refresh}
          onChange={(value) => set(["refresh"], value ?? "", "Default refresh")}
        />
        <Select
          label="Crosshair"
          allowDeselect={false}
          data={crosshairs}
          value={String(dashboard.graphTooltip)}
          onChange={(value) => set(["graphTooltip"], Number(value), "Crosshair")}
        />
      </Group>
    </Stack>
  );
}
