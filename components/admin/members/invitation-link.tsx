"use client";

import { Alert, CloseButton, Group } from "@mantine/core";
import type { Invitation } from "@/lib/shared/tenants/tenant";
import { CopyField } from "../copy-field";

interface InvitationLinkProps {
  invitation: Invitation;
  path: string;
  onClose: () => void;
}

/** What to send to the person: told once, since only a fingerprint of it is kept. */
export function InvitationLink({ invitation, path, onClose }: InvitationLinkProps) {
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
      <CopyField
        label={`Invitation link for ${invitation.email}`}
        value={`${window.location.origin}${path}`}
      />
    </Alert>
  );
}
