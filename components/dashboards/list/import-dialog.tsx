"use client";

import { Alert, Button, FileButton, Group, Modal, Stack, Textarea } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { importDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { readImport } from "@/lib/client/dashboards/read-import";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { AppError } from "@/lib/shared/errors";
import { FolderSelect } from "./folder-select";
import { ImportInputs } from "./import-inputs";
import type { NewDashboardProps } from "./new-dashboard-menu";

export function ImportDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [folder, setFolder] = useState(folderUid);
  const [inputs, setInputs] = useState<Record<string, string>>({});
  const datasources = useDatasources(tenant).data ?? [];
  const reading = useMemo(() => (text.trim() === "" ? null : readImport(text)), [text]);
  const dashboard = reading?.kind === "dashboard" ? reading : null;
  const fallback = defaultDatasource(datasources)?.uid ?? "";
  const values = Object.fromEntries(
    (dashboard?.inputs ?? []).map(({ name, kind, value }) => [
      name,
      inputs[name] ?? (kind === "datasource" ? fallback : value),
    ]),
  );
  const missing = Object.values(values).includes("");
  const send = useMutation({
    mutationFn: (overwrite: boolean) => {
      if (!dashboard) throw new AppError("INVALID_INPUT", "Paste the JSON of a dashboard first.");
      return importDashboard(tenant, {
        document: dashboard.document,
        inputs: values,
        folderUid: folder,
        overwrite,
      });
    },
    onSuccess: ({ uid }) => router.push(`/t/${tenant}/d/${uid}`),
  });
  const taken = send.error instanceof AppError && send.error.code === "CONFLICT";

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Import a dashboard"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <Group gap="sm">
          <FileButton
            accept="application/json,.json"
            onChange={(file) => void file?.text().then((content) => setText(content))}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileUpload size={15} aria-hidden />}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <span>or paste the JSON of a Grafana dashboard</span>
        </Group>
        <Textarea
          data-autofocus
          aria-label="Dashboard JSON"
          autosize
          minRows={6}
          maxRows={12}
          spellCheck={false}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          value={text}
          error={reading?.kind === "problem" ? reading.message : null}
          onChange={(event) => {
            send.reset();
            setText(event.currentTarget.value);
          }}
        />
        {dashboard ? (
          <>
            <p style={{ margin: 0 }}>
              <strong>{dashboard.title}</strong>, {dashboard.panels} panels
            </p>
            <ImportInputs
              inputs={dashboard.inputs}
              values={values}
              datasources={datasources}
              onChange={(name, value) => setInputs((before) => ({ ...before, [name]: value }))}
            />
            <FolderSelect folders={folders} value={folder} onChange={setFolder} />
          </>
        ) : null}
        {send.isError ? (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        ) : null}
        <Group gap="sm" justify="flex-end">
          {taken ? (
            <Button variant="default" onClick={() => send.mutate(true)}>
              Replace the one that is there
            </Button>
          ) : null}
          <Button
            disabled={!dashboard || missing}
            loading={send.isPending || send.isSuccess}
            onClick={() => send.mutate(false)}
          >
            Import dashboard
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
