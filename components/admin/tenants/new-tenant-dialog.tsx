"use client";

import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Modal } from "@/components/ui/modal";
import { notifyDone } from "@/components/ui/notify";
import { slugOf } from "@/lib/client/admin/tenant-overview";
import { useCreateTenant } from "@/lib/client/admin/use-platform-tenants";
import { NewTenant } from "@/lib/shared/tenants/tenant";

interface NewTenantDialogProps {
  onMade: (slug: string) => void;
  onClose: () => void;
}

export function NewTenantDialog({ onMade, onClose }: NewTenantDialogProps) {
  const [name, setName] = useState("");
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const create = useCreateTenant();
  const slug = typedSlug ?? slugOf(name);
  const checked = NewTenant.safeParse({ name, slug });
  const problemOf = (field: string) =>
    left ? checked.error?.issues.find(({ path }) => path[0] === field)?.message : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (!checked.success || create.isPending) return;
    const made = await create.mutateAsync(checked.data).catch(() => null);
    if (!made) return;
    notifyDone(`${made.name} is made; you are its first admin.`);
    onMade(made.slug);
  }

  return (
    <Modal opened onClose={onClose} title="New tenant" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            error={problemOf("name")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Short name"
            description="Stands in addresses: a-z, 0-9 and -. It cannot be changed later."
            spellCheck={false}
            value={slug}
            error={problemOf("slug")}
            onChange={(event) => setTypedSlug(event.currentTarget.value)}
          />
          {create.isError ? (
            <Alert color="red" role="alert">
              {create.error.message}
            </Alert>
          ) : null}
          <Button type="submit" loading={create.isPending}>
            Create tenant
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
