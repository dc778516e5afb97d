"use client";

import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { callApi } from "@/lib/client/api-client";
import { signIn } from "@/lib/client/auth/sign-in";
import { AppError } from "@/lib/shared/errors";
import classes from "./entrance.module.css";

const leastLength = 12;

export function SetupForm() {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { name: "", email: "", password: "" },
    validateInputOnBlur: true,
    validate: {
      email: (value) =>
        /^\S+@\S+\.\S+$/.test(value.trim()) ? null : "Enter an e-mail address, such as ada@example.org.",
      password: (value) => (value.length >= leastLength ? null : `Use at least ${leastLength} characters.`),
    },
  });

  async function submit({ name, email, password }: typeof form.values) {
    setBusy(true);
    setProblem(null);
    try {
      await callApi("/api/setup", {
        method: "POST",
        body: { email: email.trim(), password, ...(name.trim() ? { name: name.trim() } : {}) },
      });
      await signIn(email.trim(), password);
      window.location.assign("/");
    } catch (error) {
      setProblem(error instanceof AppError ? error.message : "The administrator was not made. Try again.");
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.form}
      method="post"
      onSubmit={form.onSubmit((values) => void submit(values))}
      noValidate
    >
      <TextInput label="Name" autoComplete="name" autoFocus size="sm" {...form.getInputProps("name")} />
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        size="sm"
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label="Password"
        description={`At least ${leastLength} characters`}
        autoComplete="new-password"
        size="sm"
        {...form.getInputProps("password")}
      />
      {problem ? (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      ) : null}
      <Button type="submit" size="sm" loading={busy}>
        Make administrator
      </Button>
    </form>
  );
}
