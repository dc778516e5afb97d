"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { useChangeTenant } from "@/lib/client/admin/use-platform-tenants";
import { ChangedTenant, type PlatformTenant } from "@/lib/shared/tenants/tenant";

export function TenantNameForm({ tenant: { slug, name } }: { tenant: PlatformTenant }) {
  const [text, setText] = useState(name);
  const change = useChangeTenant(slug);
  const checked = ChangedTenant.safeParse({ name: text });
  const problem = checked.success ? null : checked.error.issues[0]?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (problem || change.isPending) return;
    try {
      await change.mutateAsync({ name: text.trim() });
    } catch (error) {
      return notifyError(`${name} was not renamed`, error);
    }
    notifyUndo(`${name} is ${text.trim()} now.`, () => {
      setText(name);
      change
        .mutateAsync({ name })
        .catch((error: unknown) => notifyError(`${name} keeps its new name`, error));
    });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Name"
          style={{ flex: 1 }}
          value={text}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === name} loading={change.isPending}>
          Rename
        </Button>
      </Group>
    </form>
  );
}
