"use client";

import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { Modal } from "@/components/ui/modal";

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and what will not come back. */
  children: ReactNode;
  /** The verb on the button: "Revoke token". */
  action: string;
  /** To be typed first, for what hits many people. */
  typed?: string;
  run: () => Promise<unknown>;
  onClose: () => void;
}

/** Asked only before what cannot be undone; what went wrong is said in the dialog, which stays. */
export function ConfirmDialog({ title, children, action, typed, run, onClose }: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ready = typed === undefined || text === typed;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await run();
      onClose();
    } catch (error) {
      setProblem(
        error instanceof Error ? error.message : "The console did not answer as expected. Try again.",
      );
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text component="div" size="sm">
            {children}
          </Text>
          {typed === undefined ? null : (
            <TextInput
              label={`Type ${typed} to go on`}
              data-autofocus
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {problem ? (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          ) : null}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} data-autofocus={typed === undefined || undefined}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={!ready} loading={busy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
