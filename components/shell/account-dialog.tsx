"use client";

import { Alert, Button, PasswordInput, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Modal } from "@/components/ui/modal";
import { notifyDone, notifyError } from "@/components/ui/notify";
import { changePassword, endAllSessions } from "@/lib/client/auth/account-calls";
import { leastPasswordLength, NewPassword } from "@/lib/shared/tenants/credentials";

interface AccountDialogProps {
  email: string;
  onClose: () => void;
}

/** What a person changes of their own, whatever tenant they are in. */
export function AccountDialog({ email, onClose }: AccountDialogProps) {
  const endAll = () =>
    endAllSessions().catch((error: unknown) => notifyError("Nothing was signed out", error));
  return (
    <Modal opened onClose={onClose} title="Account" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="lg">
        <PasswordForm email={email} onChanged={onClose} />
        <Stack gap="sm" align="flex-start">
          <Text size="sm">A lost or borrowed device stays signed in until you sign out everywhere.</Text>
          <Button variant="default" onClick={() => void endAll()}>
            Sign out everywhere
          </Button>
        </Stack>
      </Stack>
    </Modal>
  );
}

function PasswordForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const checked = NewPassword.safeParse(password);
  const weak = tried && !checked.success ? checked.error.issues[0]?.message : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (current === "" || !checked.success || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await changePassword({ email, current, password });
      notifyDone("Your password is changed. Other places are signed out.");
      onChanged();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          data-autofocus
          value={current}
          error={tried && current === "" ? "Enter your present password." : null}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description={`At least ${leastPasswordLength} characters`}
          autoComplete="new-password"
          value={password}
          error={weak}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem ? (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        ) : null}
        <Button type="submit" loading={busy} w="fit-content">
          Change password
        </Button>
      </Stack>
    </form>
  );
}
