"use client";

import { Alert, Anchor, Button, PasswordInput, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { callApi } from "@/lib/client/api-client";
import { signIn } from "@/lib/client/auth/sign-in";
import { signOut } from "@/lib/client/auth/sign-out";
import { AppError } from "@/lib/shared/errors";
import { leastPasswordLength } from "@/lib/shared/tenants/credentials";
import classes from "./entrance.module.css";

interface InvitationFormProps {
  token: string;
  email: string;
  role: string;
  signedInAs: string | null;
  hasAccount: boolean;
}

/** Joins a tenant: with the account that exists, or with a new one. */
export function InvitationForm({ token, email, role, signedInAs, hasAccount }: InvitationFormProps) {
  const needsPassword = !hasAccount;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { name: "", password: "" },
    validate: {
      password: (value) =>
        !needsPassword || value.length >= leastPasswordLength
          ? null
          : `Use at least ${leastPasswordLength} characters.`,
    },
  });

  async function submit({ name, password }: typeof form.values) {
    setBusy(true);
    setProblem(null);
    try {
      const account = needsPassword ? { password, ...(name.trim() ? { name: name.trim() } : {}) } : {};
      const body = { token, ...account };
      const joined = await callApi<{ tenant: string }>("/api/v1/invitations/accept", {
        method: "POST",
        body,
      });
      if (needsPassword) await signIn(email, password);
      window.location.assign(`/t/${joined.tenant}/dashboards`);
    } catch (error) {
      setProblem(error instanceof AppError ? error.message : "Joining did not work. Try again.");
      setBusy(false);
    }
  }

  if (signedInAs !== null && signedInAs !== email) {
    return (
      <div className={classes.form}>
        <Text size="sm">
          This invitation is for {email}; you are signed in as {signedInAs}.
        </Text>
        <Button size="sm" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    );
  }
  if (hasAccount && signedInAs === null) {
    return (
      <Text size="sm">
        {email} has an account. <Anchor href={`/sign-in?next=/invitations/${token}`}>Sign in</Anchor> to join
        as {role}.
      </Text>
    );
  }
  return (
    <form className={classes.form} method="post" onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Text size="sm">
        You join as {role} with {email}.
      </Text>
      {needsPassword ? (
        <>
          <TextInput label="Name" autoComplete="name" size="sm" {...form.getInputProps("name")} />
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label="Password"
            description={`At least ${leastPasswordLength} characters`}
            autoComplete="new-password"
            size="sm"
            {...form.getInputProps("password")}
          />
        </>
      ) : null}
      {problem ? (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      ) : null}
      <Button type="submit" size="sm" loading={busy}>
        Join
      </Button>
    </form>
  );
}
