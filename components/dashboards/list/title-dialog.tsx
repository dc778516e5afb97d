"use client";

import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Modal } from "@/components/ui/modal";
import { useMutation } from "@/lib/client/queries";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { FolderSelect } from "./folder-select";

interface TitleDialogProps {
  heading: string;
  /** What the button says. */
  action: string;
  title?: string;
  /** Where it may lie; without them only the title is asked. */
  folders?: readonly Folder[];
  folderUid?: string | null;
  send: (title: string, folderUid: string | null) => Promise<unknown>;
  onClose: () => void;
}

/** Asks what a new thing is called and where it lies; the dialog stays until that is done. */
export function TitleDialog({
  heading,
  action,
  title = "",
  folders,
  folderUid = null,
  send,
  onClose,
}: TitleDialogProps) {
  const [typed, setTyped] = useState(title);
  const [folder, setFolder] = useState(folderUid);
  const [tried, setTried] = useState(false);
  const sending = useMutation({ mutationFn: () => send(typed.trim(), folder) });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (typed.trim() !== "") sending.mutate();
  }

  return (
    <Modal opened onClose={onClose} title={heading} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Title"
            data-autofocus
            maxLength={300}
            value={typed}
            error={tried && typed.trim() === "" ? "Give it a title." : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {folders ? <FolderSelect folders={folders} value={folder} onChange={setFolder} /> : null}
          {sending.isError ? (
            <Alert color="red" role="alert">
              {sending.error.message}
            </Alert>
          ) : null}
          <Button type="submit" loading={sending.isPending || sending.isSuccess}>
            {action}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
