"use client";

import { Alert, Button, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { notifyDone } from "@/components/ui/notify";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { FolderSelect } from "./folder-select";
import type { NewDashboardProps } from "./new-dashboard-menu";

export function NewFolderDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState("");
  const [parentUid, setParentUid] = useState(folderUid);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      callApi(tenantApi(tenant, "folders"), { method: "POST", body: { title: title.trim(), parentUid } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["folders", tenant] });
      notifyDone(`Folder ${title.trim()} made.`);
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (title.trim() !== "") create.mutate();
  }

  return (
    <Modal opened onClose={onClose} title="New folder" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Title"
            data-autofocus
            value={title}
            error={tried && title.trim() === "" ? "Give it a title." : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <FolderSelect folders={folders} value={parentUid} onChange={setParentUid} />
          {create.isError ? (
            <Alert color="red" role="alert">
              {create.error.message}
            </Alert>
          ) : null}
          <Button type="submit" loading={create.isPending}>
            Make folder
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
