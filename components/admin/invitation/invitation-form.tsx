"use client";

import { Alert, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { callApi } from "@/lib/client/api-client";
import { signIn } from "@/lib/client/auth/sign-in";
import { signOut } from "@/lib/client/auth/sign-out";
import { AppError } from "@/lib/shared/errors";
import { leastPasswordLength, NewPassword } from "@/lib/shared/tenants/credentials";
import type { Role } from "@/lib/shared/tenants/roles";
import { roleWords } from "../role-select";

interface InvitationFormProps {
  token: string;
  email: string;
  role: Role;
  tenantName: string;
  invitedBy: string;
  signedInAs: string | null;
}

/** An invitation is for one address: its owner joins with one click, a new person makes an account first. */
export function InvitationForm(props: InvitationFormProps) {
  const { email, role, tenantName, invitedBy, signedInAs } = props;
  return (
    <Stack gap="md">
      <Text size="sm">
        {invitedBy} invites {email} to {tenantName} as {role}. {roleWords[role]}
      </Text>
      {signedInAs === null ? <NewAccount {...props} /> : null}
      {signedInAs === email ? <Join {...props} /> : null}
      {signedInAs !== null && signedInAs !== email ? (
        <>
          <Alert color="yellow">
            You are signed in as {signedInAs}. Sign out and open the link again to accept it as {email}.
          </Alert>
          <Button size="sm" onClick={() => void signOut()}>
            Sign out
          </Button>
        </>
      ) : null}
    </Stack>
  );
}

function useAccept(token: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function accept(account: { name?: string; password?: string }) {
    setBusy(true);
    setProblem(null);
    try {
      const { tenant, email } = await callApi<{ tenant: string; email: string }>(
        "/api/v1/invitations/accept",
        { method: "POST", body: { token, ...account } },
      );
      const next = `/t/${tenant}/dashboards`;
      const signedIn =
        account.password === undefined || (await signIn(email, account.password)) === "signed-in";
      window.location.assign(signedIn ? next : `/sign-in?next=${encodeURIComponent(next)}`);
    } catch (error) {
      setProblem(
        error instanceof AppError ? error.message : "The console did not answer as expected. Try again.",
      );
      setBusy(false);
    }
  }
  return { busy, problem, accept };
}

function Join({ token, tenantName }: InvitationFormProps) {
  const { busy, problem, accept } = useAccept(token);
  return (
    <>
      <Problem text={problem} />
      <Button size="sm" loading={busy} onClick={() => void accept({})}>
        Join {tenantName}
      </Button>
    </>
  );
}

function NewAccount({ token, email }: InvitationFormProps) {
  const { busy, problem, accept } = useAccept(token);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [left, setLeft] = useState(false);
  const checked = NewPassword.safeParse(password);
  const here = `/invitations/${encodeURIComponent(token)}`;

  function submit(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (checked.success) void accept({ password, ...(name.trim() ? { name: name.trim() } : {}) });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label="E-mail" size="sm" readOnly value={email} autoComplete="username" />
        <TextInput
          label="Name"
          size="sm"
          autoComplete="name"
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          description={`At least ${leastPasswordLength} characters`}
          size="sm"
          autoComplete="new-password"
          value={password}
          error={left && !checked.success ? checked.error.issues[0]?.message : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onBlur={() => setLeft(password !== "")}
        />
        <Problem text={problem} />
        <Button type="submit" size="sm" loading={busy}>
          Make an account and join
        </Button>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`} variant="subtle" size="sm">
          I have an account: sign in
        </LinkButton>
      </Stack>
    </form>
  );
}

function Problem({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {text}
    </Alert>
  );
}
