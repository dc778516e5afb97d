"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { notifyDone, notifyError } from "@/components/ui/notify";
import {
  type OpenInvitation,
  useAddMember,
  useInvitations,
  useWithdrawInvitation,
} from "@/lib/client/admin/use-members";
import type { Invitation } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { AdminTable, type Column } from "../admin-table";
import { ConfirmDialog } from "../confirm-dialog";
import { InvitationLink } from "./invitation-link";

/** Invitations that nobody has accepted yet; nothing where there are none. */
export function InvitationList({ tenant }: { tenant: string }) {
  const invitations = useInvitations(tenant);
  const withdraw = useWithdrawInvitation(tenant);
  const [asked, setAsked] = useState<Invitation | null>(null);
  const { renewed, renew, hide } = useRenewedLink(tenant);
  if (invitations.isError) {
    return (
      <p className={classes.problem}>The invitations could not be listed. {invitations.error.message}</p>
    );
  }
  if (!invitations.data?.length) return null;
  return (
    <section className={classes.section}>
      <AdminHead
        sub
        title="Open invitations"
        about="For who lost the link there is a new one; the old one then stops working."
      />
      {renewed ? <InvitationLink {...renewed} onClose={hide} /> : null}
      <AdminTable
        label="Open invitations"
        columns={columns(setAsked, (invitation) => void renew(invitation))}
        rows={invitations.data}
        rowKey={({ id }) => id}
      />
      {asked ? (
        <ConfirmDialog
          title="Withdraw invitation"
          action="Withdraw invitation"
          run={async () => {
            await withdraw.mutateAsync(asked.id);
            notifyDone(`The invitation of ${asked.email} is withdrawn.`);
          }}
          onClose={() => setAsked(null)}
        >
          The link that {asked.email} got stops working at once. To invite them again, send a new one.
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

/** The same address invited again, with the same role; who has an account by now is a member at once. */
function useRenewedLink(tenant: string) {
  const add = useAddMember(tenant);
  const [renewed, setRenewed] = useState<OpenInvitation | null>(null);
  async function renew({ email, role }: Invitation) {
    try {
      const answer = await add.mutateAsync({ email, role });
      if ("member" in answer) notifyDone(`${email} is a member now, as ${role}.`);
      setRenewed("member" in answer ? null : answer);
    } catch (error) {
      notifyError(`${email} got no new link`, error);
    }
  }
  return { renewed, renew, hide: () => setRenewed(null) };
}

type Act = (invitation: Invitation) => void;

function columns(onWithdraw: Act, onRenew: Act): Column<Invitation>[] {
  return [
    {
      id: "email",
      label: "E-mail",
      cell: ({ email, role, expiresAt }) => (
        <>
          <span className={classes.main}>{email}</span>
          <div className={classes.below}>
            {role}, expires <Ago at={expiresAt} />
          </div>
        </>
      ),
    },
    { id: "role", label: "Role", narrow: true, wide: true, cell: ({ role }) => role },
    {
      id: "by",
      label: "Invited by",
      narrow: true,
      wide: true,
      cell: ({ invitedBy }) => <span className={classes.dim}>{invitedBy}</span>,
    },
    {
      id: "expires",
      label: "Expires",
      narrow: true,
      wide: true,
      cell: ({ expiresAt }) => (
        <span className={classes.dim}>
          <Ago at={expiresAt} />
        </span>
      ),
    },
    {
      id: "actions",
      label: "Actions",
      hideLabel: true,
      narrow: true,
      cell: (invitation) => (
        <div className={classes.rowActions}>
          <Button
            variant="default"
            aria-label={`New link for ${invitation.email}`}
            onClick={() => onRenew(invitation)}
          >
            New link
          </Button>
          <Button
            variant="default"
            aria-label={`Withdraw the invitation of ${invitation.email}`}
            onClick={() => onWithdraw(invitation)}
          >
            Withdraw
          </Button>
        </div>
      ),
    },
  ];
}
