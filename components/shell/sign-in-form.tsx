"use client";

import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { ownPath } from "@/lib/client/auth/own-path";
import { type SignInOutcome, signIn } from "@/lib/client/auth/sign-in";
import classes from "./entrance.module.css";

export interface DemoTenantAccounts {
  tenant: string;
  accounts: readonly { email: string; role: string }[];
}

interface SignInFormProps {
  next: string | undefined;
  /** Empty where no demo runs. */
  demo: readonly DemoTenantAccounts[];
}

const problems: Record<Exclude<SignInOutcome, "signed-in">, string> = {
  wrong: "E-mail and password do not belong together. Check both and try again.",
  throttled: "Too many attempts. Wait a minute, then try again.",
  unreachable: "The console does not answer. Check your connection and try again.",
};

export function SignInForm({ next, demo }: SignInFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // The fields keep their own values, so that what was typed before the scripts arrived is not lost.
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  function chooseAccount(chosen: string) {
    if (emailField.current) emailField.current.value = chosen;
    passwordField.current?.focus();
  }

  async function submit(email: string, password: string) {
    setBusy(true);
    setProblem(null);
    const outcome = await signIn(email, password);
    if (outcome === "signed-in") {
      // The browser has kept what stood behind the # on its way here.
      window.location.assign(`${ownPath(next)}${window.location.hash}`);
      return;
    }
    setProblem(problems[outcome]);
    setBusy(false);
    if (outcome === "wrong") passwordField.current?.select();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const email = emailField.current?.value.trim() ?? "";
    const password = passwordField.current?.value ?? "";
    if (email === "" || password === "") setProblem("Enter your e-mail address and your password.");
    else void submit(email, password);
  }

  return (
    <>
      <form className={classes.form} method="post" onSubmit={onSubmit} noValidate>
        <TextInput
          ref={emailField}
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          size="sm"
        />
        <PasswordInput
          ref={passwordField}
          label="Password"
          name="password"
          autoComplete="current-password"
          size="sm"
        />
        {problem ? (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        ) : null}
        <Button type="submit" size="sm" loading={busy}>
          Sign in
        </Button>
      </form>
      {demo.length > 0 ? <DemoAccounts demo={demo} onChoose={chooseAccount} /> : null}
    </>
  );
}

interface DemoAccountsProps {
  demo: readonly DemoTenantAccounts[];
  onChoose: (email: string) => void;
}

function DemoAccounts({ demo, onChoose }: DemoAccountsProps) {
  return (
    <section className={classes.demo} aria-label="Demo accounts">
      <h2>Demo accounts</h2>
      <p>Choose one; the start script prints the password that all of them share.</p>
      {demo.map(({ tenant, accounts }) => (
        <div key={tenant} className={classes.accounts}>
          <span>{tenant}</span>
          {accounts.map(({ email, role }) => (
            <button
              key={email}
              type="button"
              className={classes.account}
              aria-label={`${role} of ${tenant}`}
              onClick={() => onChoose(email)}
            >
              {role}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
