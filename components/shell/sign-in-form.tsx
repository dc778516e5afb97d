"use client";

import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ownPath } from "@/lib/client/auth/own-path";
import { type SignInOutcome, signIn } from "@/lib/client/auth/sign-in";
import classes from "./entrance.module.css";

export interface DemoAccount {
  email: string;
  role: string;
}

interface SignInFormProps {
  next: string | undefined;
  demo: { password: string; accounts: readonly DemoAccount[] } | null;
}

const problems: Record<Exclude<SignInOutcome, "signed-in">, string> = {
  wrong: "E-mail and password do not belong together. Check both and try again.",
  throttled: "Too many attempts. Wait a minute, then try again.",
  unreachable: "The console does not answer. Check your connection and try again.",
};

export function SignInForm({ next, demo }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(asEmail: string, withPassword: string) {
    setBusy(true);
    setProblem(null);
    const outcome = await signIn(asEmail, withPassword);
    if (outcome === "signed-in") {
      window.location.assign(ownPath(next));
      return;
    }
    setProblem(problems[outcome]);
    setBusy(false);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() === "" || password === "") setProblem("Enter your e-mail address and your password.");
    else void submit(email.trim(), password);
  }

  return (
    <>
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          size="sm"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          size="sm"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
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
      {demo ? <DemoAccounts demo={demo} onChoose={(chosen) => void submit(chosen, demo.password)} /> : null}
    </>
  );
}

interface DemoAccountsProps {
  demo: NonNullable<SignInFormProps["demo"]>;
  onChoose: (email: string) => void;
}

function DemoAccounts({ demo, onChoose }: DemoAccountsProps) {
  return (
    <section className={classes.demo} aria-label="Demo accounts">
      <h2>Demo accounts</h2>
      <p>
        One click signs in; all share the password <code>{demo.password}</code>.
      </p>
      <div className={classes.scroll}>
        {demo.accounts.map((account) => (
          <button
            key={account.email}
            type="button"
            className={classes.account}
            onClick={() => onChoose(account.email)}
          >
            <span>{account.email}</span>
            <span>{account.role}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
