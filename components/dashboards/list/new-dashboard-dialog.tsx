"use client";

import { Alert, Button, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { createDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { FolderSelect } from "./folder-select";
import type { NewDashboardProps } from "./new-dashboard-menu";

export function NewDashboardDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [folder, setFolder] = useState(folderUid);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => createDashboard(tenant, { document: blankDocument(title.trim()), folderUid: folder }),
    onSuccess: ({ uid }) => router.push(`/t/${tenant}/d/${uid}/edit`),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (title.trim() !== "") create.mutate();
  }

  return (
    <Modal opened onClose={onClose} title="New dashboard" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Title"
            data-autofocus
            value={title}
            error={tried && title.trim() === "" ? "Give it a title." : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <FolderSelect folders={folders} value={folder} onChange={setFolder} />
          {create.isError ? (
            <Alert color="red" role="alert">
              {create.error.message}
            </Alert>
          ) : null}
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            Make dashboard
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function blankDocument(title: string) {
  return {
    title,
    tags: [],
    timezone: "browser",
    schemaVersion: 39,
    version: 0,
    graphTooltip: 1,
    time: { from: "now-6h", to: "now" },
    timepicker: {},
    templating: { list: [] },
    annotations: { list: [] },
    panels: [],
  };
}
