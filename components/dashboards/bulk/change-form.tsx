"use client";

import { Button, Group, MultiSelect, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { type BulkForm, bulkKinds, toBulkChange, toBulkForm } from "@/lib/client/dashboards/bulk-form";
import type { BulkUrl } from "@/lib/client/dashboards/bulk-url";
import { useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import { ChangeFields } from "./change-fields";
import { PanelFields } from "./panel-fields";

interface ChangeFormProps {
  tenant: string;
  url: BulkUrl;
  datasources: readonly { uid: string; name: string }[];
  looking: boolean;
  onLook: (url: BulkUrl) => void;
}

const ofPanels = new Set(["setUnit", "setDecimals", "setDescription"]);

/** What is changed, and where. */
export function ChangeForm({ tenant, url, datasources, looking, onLook }: ChangeFormProps) {
  const [form, setForm] = useState(() => toBulkForm(url.change));
  const [chosen, setChosen] = useState<string[]>(url.dashboards);
  const [tried, setTried] = useState(false);
  const made = toBulkChange(form);
  const problems = tried && "problems" in made ? made.problems : {};
  const set = (part: Partial<BulkForm>) => setForm((before) => ({ ...before, ...part }));
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ("change" in made) onLook({ dashboards: chosen, change: made.change });
  }
  return (
    <form onSubmit={submit} aria-label="Change">
      <Stack gap="sm" maw={760}>
        <Select
          label="Change"
          data={bulkKinds}
          value={form.kind}
          allowDeselect={false}
          onChange={(kind) => {
            const known = bulkKinds.find(({ value }) => value === kind);
            if (known) set({ kind: known.value, value: "" });
          }}
        />
        <ChangeFields form={form} problems={problems} datasources={datasources} onChange={set} />
        {ofPanels.has(form.kind) ? <PanelFields form={form} onChange={set} /> : null}
        <DashboardPicker tenant={tenant} chosen={chosen} onChoose={setChosen} />
        <Group>
          <Button type="submit" loading={looking}>
            Show what changes
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** More are a number instead of names. */
const mostPills = 20;

interface DashboardPickerProps {
  tenant: string;
  chosen: string[];
  onChoose: (uids: string[]) => void;
}

function DashboardPicker({ tenant, chosen, onChoose }: DashboardPickerProps) {
  const [text, setText] = useState("");
  const [query] = useDebouncedValue(text, 200);
  const { data } = useDashboardList(tenant, { query, limit: 100 });
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const found = (data?.items ?? []).map(({ uid, title }) => ({ value: uid, label: title }));
  const kept = chosen
    .filter((uid) => !found.some(({ value }) => value === uid))
    .map((uid) => ({ value: uid, label: titles.get(uid) ?? uid }));
  if (chosen.length > mostPills) {
    return (
      <Group gap="xs">
        <Text size="sm">{chosen.length} dashboards are chosen.</Text>
        <Button size="compact-sm" variant="default" onClick={() => onChoose([])}>
          Choose others
        </Button>
      </Group>
    );
  }
  return (
    <MultiSelect
      label="Dashboards"
      description="None chosen: all that you may change"
      placeholder={chosen.length === 0 ? "All" : undefined}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage="No dashboard fits"
      data={[...found, ...kept]}
      value={chosen}
      searchValue={text}
      onSearchChange={setText}
      onChange={(uids) => {
        setTitles(new Map([...titles, ...found.map(({ value, label }) => [value, label] as const)]));
        onChoose(uids);
      }}
    />
  );
}
