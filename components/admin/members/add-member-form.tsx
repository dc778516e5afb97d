"use client";

import { Button, TextInput } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { notifyDone } from "@/components/ui/notify";
import { type OpenInvitation, useAddMember } from "@/lib/client/admin/use-members";
import { Email } from "@/lib/shared/tenants/credentials";
import type { Role } from "@/lib/shared/tenants/roles";
import { RoleSelect, roleWords } from "../role-select";
import { InvitationLink } from "./invitation-link";
import classes from "./members.module.css";

export function AddMemberForm({ tenant }: { tenant: string }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [left, setLeft] = useState(false);
  const [invited, setInvited] = useState<readonly OpenInvitation[]>([]);
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
      // A second invitation of the same address ends the first.
      const others = invited.filter(({ invitation }) => invitation.email !== answer.invitation.email);
      setInvited([...others, answer]);
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
