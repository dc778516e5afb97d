"use client";

import { Alert, Button, Group, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { findGrafanaDashboard } from "@/lib/client/dashboards/import/find-grafana-dashboard";
import { fetchTargetDocument, listTargetDashboards } from "@/lib/client/dashboards/import/import-requests";
import type { DroppedFiles } from "@/lib/client/dashboards/import/read-dropped-files";
import { readImportText } from "@/lib/client/dashboards/import/read-import-file";
import { useMutation, useQuery } from "@/lib/client/queries";
import { AppError } from "@/lib/shared/errors";

interface GrafanaSourceProps {
  tenant: string;
  targets: readonly { id: string; name: string; url: string }[];
  onRead: (dropped: DroppedFiles) => void;
}

interface Wanted {
  target: string;
  uids: readonly string[];
}

export function GrafanaSource({ tenant, targets, onRead }: GrafanaSourceProps) {
  const [target, setTarget] = useState(targets[0]?.id ?? null);
  const [uids, setUids] = useState<string[]>([]);
  const [address, setAddress] = useState("");
  const listed = useQuery({
    queryKey: ["target-dashboards", tenant, target],
    enabled: target !== null,
    queryFn: () => listTargetDashboards(tenant, target ?? ""),
    retry: false,
  });
  const fetched = useMutation({
    mutationFn: async ({ target: from, uids: wanted }: Wanted) => {
      const name = targets.find(({ id }) => id === from)?.name ?? "Grafana";
      const files = await Promise.all(
        wanted.map(async (uid) =>
          readImportText(`${uid} (${name})`, await fetchTargetDocument(tenant, from, uid)),
        ),
      );
      onRead({ files: files.flat(), folders: {} });
      setUids([]);
      setAddress("");
    },
  });

  function fetchThem() {
    if (address.trim() === "") return target === null ? undefined : fetched.mutate({ target, uids });
    const found = findGrafanaDashboard(address.trim(), targets);
    if (typeof found !== "string") fetched.mutate({ target: found.target, uids: [found.uid] });
  }

  const problem = address.trim() === "" ? null : findGrafanaDashboard(address.trim(), targets);
  const error = listed.error ?? fetched.error;
  return (
    <Stack gap="sm">
      <TextInput
        label="Address of a dashboard"
        placeholder={`${targets[0]?.url ?? "https://grafana.example.com"}/d/…`}
        value={address}
        error={typeof problem === "string" ? problem : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Group gap="sm" grow align="start">
        <Select
          label="or choose from"
          data={targets.map(({ id, name }) => ({ value: id, label: name }))}
          value={target}
          onChange={setTarget}
          allowDeselect={false}
        />
        <MultiSelect
          label="Dashboards"
          placeholder={uids.length === 0 ? placeholderOf(listed) : undefined}
          data={(listed.data ?? []).map(({ uid, title, folderTitle }) => ({
            value: uid,
            label: folderTitle ? `${folderTitle} / ${title}` : title,
          }))}
          value={uids}
          onChange={setUids}
          searchable
          hidePickedOptions
          limit={200}
        />
      </Group>
      {error instanceof AppError ? (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={fetched.isPending}
          disabled={uids.length === 0 && (address.trim() === "" || typeof problem === "string")}
          onClick={fetchThem}
        >
          Fetch
        </Button>
      </Group>
    </Stack>
  );
}

function placeholderOf({ isPending, data }: { isPending: boolean; data?: readonly unknown[] }): string {
  if (isPending) return "Asking Grafana";
  return data && data.length > 0 ? `${data.length} dashboards` : "None found";
}
