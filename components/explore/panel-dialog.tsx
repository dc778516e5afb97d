"use client";

import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { notifyError } from "@/components/ui/notify";
import { useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import { makePanel } from "@/lib/client/explore/make-panel";
import { suggestTitle } from "@/lib/client/explore/suggest-title";

interface PanelDialogProps {
  tenant: string;
  exprs: readonly string[];
  datasource: string;
  onClose: () => void;
}

const types = [
  { value: "timeseries", label: "Time series" },
  { value: "stat", label: "Stat" },
  { value: "gauge", label: "Gauge" },
  { value: "bargauge", label: "Bar gauge" },
  { value: "table", label: "Table" },
];
const fresh = "new";

/** Puts the queries into a dashboard as a panel and opens its editor there. */
export function PanelDialog({ tenant, exprs, datasource, onClose }: PanelDialogProps) {
  const router = useRouter();
  const [title, setTitle] = useState(() => suggestTitle(exprs));
  const [type, setType] = useState("timeseries");
  const [uid, setUid] = useState<string>(fresh);
  const [search, setSearch] = useState("");
  const [query] = useDebouncedValue(search, 200);
  const [busy, setBusy] = useState(false);
  const list = useDashboardList(tenant, { query, limit: 50 });
  const dashboards = (list.data?.items ?? []).map((one) => ({
    value: `uid:${one.uid}`,
    label: one.folderTitle ? `${one.folderTitle} / ${one.title}` : one.title,
  }));
  const make = async () => {
    setBusy(true);
    try {
      const dashboardUid = uid === fresh ? null : uid.slice("uid:".length);
      router.push(await makePanel({ tenant, dashboardUid, title: title.trim(), type, exprs, datasource }));
    } catch (error) {
      notifyError("The panel could not be made", error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title="Make a panel" closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== "") void make();
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Title"
            data-autofocus
            required
            maxLength={300}
            onFocus={(event) => event.currentTarget.select()}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label="Type"
            data={types}
            value={type}
            allowDeselect={false}
            onChange={(one) => setType(one ?? type)}
          />
          <Select
            label="Dashboard"
            searchable
            allowDeselect={false}
            nothingFoundMessage="No dashboard of this name"
            filter={({ options }) => options}
            data={[{ value: fresh, label: "New dashboard" }, ...dashboards]}
            value={uid}
            onChange={(one) => setUid(one ?? fresh)}
            onSearchChange={(text) =>
              setSearch(text === "New dashboard" || dashboards.some((one) => one.label === text) ? "" : text)
            }
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={title.trim() === ""}>
              Make the panel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
