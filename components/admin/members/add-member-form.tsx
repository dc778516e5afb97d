"use client";

import { Alert, Button, CloseButton, Group, TextInput } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { notifyDone } from "@/components/ui/notify";
import { useAddMember } from "@/lib/client/admin/use-members";
import { Email } from "@/lib/shared/tenants/credentials";
import type { Role } from "@/lib/shared/tenants/roles";
import type { Invitation } from "@/lib/shared/tenants/tenant";
import { CopyField } from "../copy-field";
import { RoleSelect, roleWords } from "../role-select";
import classes from "./members.module.css";

interface Invited {
  invitation: Invitation;
  link: string;
}

export function AddMemberForm({ tenant }: { tenant: string }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [left, setLeft] = useState(false);
  const [invited, setInvited] = useState<readonly Invited[]>([]);
  const add = useAddMember(tenant);
  const checked = Email.safeParse(email);
  const invalid = left && !checked.success ? (checked.error.issues[0]?.message ?? null) : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (!checked.success || add.isPending) return;
    const answer = await add.mutateAsync({ email: checked.data, role }).catch(() => null);
    if (!answer) return;
    setEmail("");
    setRole("viewer");
    setLeft(false);
    if ("member" in answer) {
      notifyDone(`${answer.member.email} is a member now, as ${answer.member.role}.`);
    } else {
      const link = `${window.location.origin}${answer.path}`;
      // A second invitation of the same address ends the first.
      const others = invited.filter(({ invitation }) => invitation.email !== answer.invitation.email);
      setInvited([...others, { invitation: answer.invitation, link }]);
    }
  }

  return (
    <section className={classes.add} aria-label="Add a member">
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          className={classes.email}
          label="E-mail"
          type="email"
          autoComplete="off"
          placeholder="name@example.org"
          value={email}
          error={invalid ?? (add.isError ? add.error.message : null)}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            if (add.isError) add.reset();
          }}
          onBlur={() => setLeft(email !== "")}
        />
        <RoleSelect label="Role" value={role} onChange={setRole} />
        <Button
          type="submit"
          className={classes.submit}
          leftSection={<IconUserPlus size={15} aria-hidden />}
          loading={add.isPending}
        >
          Add member
        </Button>
      </form>
      <p className={classes.about}>
        {role}: {roleWords[role]}
      </p>
      {invited.map((one) => (
        <InvitationLink
          key={one.invitation.id}
          {...one}
          onClose={() => setInvited(invited.filter((other) => other !== one))}
        />
      ))}
    </section>
  );
}

function InvitationLink({ invitation, link, onClose }: Invited & { onClose: () => void }) {
  const until = new Date(invitation.expiresAt).toLocaleDateString("en", { dateStyle: "long" });
  return (
    <Alert mt="sm" variant="light" role="status">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <span>
          {invitation.email} has no account yet, so this is an invitation. Send them the link: it is shown
          this once, works for them alone, and until {until}.
        </span>
        <CloseButton size="sm" aria-label="Hide the link" onClick={onClose} />
      </Group>
      <CopyField label={`Invitation link for ${invitation.email}`} value={link} />
    </Alert>
  );
}
