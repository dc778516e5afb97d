"use client";

import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Modal } from "@/components/ui/modal";
import { useCreateApiToken } from "@/lib/client/admin/use-api-tokens";
import type { Role } from "@/lib/shared/tenants/roles";
import { type CreatedApiToken, NewApiToken } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { CopyField } from "../copy-field";
import { RoleSelect } from "../role-select";

const expiries = [
  { value: "7", label: "in 7 days" },
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: "365", label: "in a year" },
  { value: "", label: "never" },
];

/** Asks for name, role and expiry; then shows the token, this once. */
export function NewTokenDialog({ tenant, onClose }: { tenant: string; onClose: () => void }) {
  const [created, setCreated] = useState<CreatedApiToken | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={created ? `Token ${created.name}` : "New API token"}
      closeOnClickOutside={created === null}
      closeOnEscape={created === null}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {created ? (
        <CreatedToken tenant={tenant} created={created} onClose={onClose} />
      ) : (
        <TokenForm tenant={tenant} onCreated={setCreated} />
      )}
    </Modal>
  );
}

function TokenForm({ tenant, onCreated }: { tenant: string; onCreated: (token: CreatedApiToken) => void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [days, setDays] = useState("90");
  const [left, setLeft] = useState(false);
  const create = useCreateApiToken(tenant);
  const input = { name, role, ...(days === "" ? {} : { expiresInDays: Number(days) }) };
  const checked = NewApiToken.safeParse(input);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (!checked.success || create.isPending) return;
    const token = await create.mutateAsync(checked.data).catch(() => null);
    if (token) onCreated(token);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          description="What uses it: ci, grafana, backup."
          data-autofocus
          autoComplete="off"
          value={name}
          error={left && !checked.success ? checked.error.issues[0]?.message : null}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => setLeft(name !== "")}
        />
        <RoleSelect label="Role" value={role} onChange={setRole} describe />
        <NativeSelect
          label="Expires"
          data={expiries}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        {days === "" ? (
          <p className={classes.warning}>A token that never expires works until somebody revokes it.</p>
        ) : null}
        {create.isError ? (
          <Alert color="red" role="alert">
            {create.error.message}
          </Alert>
        ) : null}
        <Button type="submit" loading={create.isPending}>
          Create token
        </Button>
      </Stack>
    </form>
  );
}

interface CreatedTokenProps {
  tenant: string;
  created: CreatedApiToken;
  onClose: () => void;
}

function CreatedToken({ tenant, created, onClose }: CreatedTokenProps) {
  const example = `curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/api/v1/tenants/${tenant}/dashboards`;
  return (
    <Stack gap="md">
      <Text size="sm">
        Copy the token now. Only a fingerprint of it is kept, so it cannot be shown again; when it is lost,
        make a new one.
      </Text>
      <CopyField label="Token" value={created.token} />
      <CopyField label="How it is used" value={example} />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
