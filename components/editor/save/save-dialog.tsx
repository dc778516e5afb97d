"use client";

import { Alert, Button, Group, Modal, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyDone } from "@/components/ui/notify";
import { type SaveError, useSaveDashboard } from "@/lib/client/dashboards/use-save-dashboard";
import { diffDashboards, isSameDashboard } from "@/lib/shared/dashboards/diff/diff-dashboards";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { useDraft, useDraftStore } from "../draft-context";
import { useEditor } from "../editor-context";
import { ChangeList } from "./change-list";
import { StaleNotice } from "./stale-notice";

interface SaveDialogProps {
  uid: string;
  opened: boolean;
  onClose: () => void;
}

/** Shows what a save changes; a stale version is offered a way on, never overwritten unasked. */
export function SaveDialog({ uid, opened, onClose }: SaveDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Save dashboard"
      size="lg"
      keepMounted={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <SaveForm uid={uid} onClose={onClose} />
    </Modal>
  );
}

function SaveForm({ uid, onClose }: Omit<SaveDialogProps, "opened">) {
  const { tenant } = useEditor();
  const store = useDraftStore();
  const base = useDraft((state) => state.base);
  const document = useDraft((state) => state.history.present.state);
  const [message, setMessage] = useState("");
  const [stale, setStale] = useState<SaveError["stale"]>(null);
  const save = useSaveDashboard(tenant, uid);
  const router = useRouter();
  const diff = diffDashboards(base.document, document);
  const send = (version: number, sent: DashboardDocument) =>
    save.mutate(
      { document: sent, version, message: message.trim() || undefined },
      {
        onSuccess: ({ version: savedVersion }) => {
          store.getState().saved(savedVersion, sent);
          notifyDone(`Saved as version ${savedVersion}.`);
          // The page that views the dashboard must not come from the browser's memory.
          router.refresh();
          onClose();
        },
        onError: (error) => setStale(error.stale),
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(base.version, document);
      }}
    >
      <Stack>
        <ScrollArea.Autosize mah={280}>
          {isSameDashboard(diff) ? <Text size="sm">Nothing has changed.</Text> : <ChangeList diff={diff} />}
        </ScrollArea.Autosize>
        <TextInput
          label="Message"
          placeholder="What this change is for (optional)"
          maxLength={500}
          data-autofocus
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        {stale ? (
          <StaleNotice
            stale={stale}
            base={base}
            mine={document}
            saving={save.isPending}
            onUse={(merged) => {
              store.getState().change(`Merge version ${stale.version}`, () => merged);
              send(stale.version, merged);
            }}
          />
        ) : null}
        {save.error && !save.error.stale ? (
          <Alert color="red" title="Not saved">
            {save.error.message} Your changes are still here.
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep editing
          </Button>
          <Button type="submit" loading={save.isPending} disabled={isSameDashboard(diff) || stale !== null}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
