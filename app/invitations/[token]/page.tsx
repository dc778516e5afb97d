import type { Metadata } from "next";
import { InvitationForm } from "@/components/admin/invitation/invitation-form";
import { Entrance } from "@/components/shell/entrance";
import { LinkButton } from "@/components/ui/link-button";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { getInvitation } from "@/lib/server/tenants/accept-invitation";
import { AppError } from "@/lib/shared/errors";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation) {
    return (
      <Entrance title="This invitation is not valid any more">
        <p>
          It was used, withdrawn, or its week is over. Ask whoever invited you for a new one; if you have an
          account already, sign in.
        </p>
        <LinkButton href="/">Go to the console</LinkButton>
      </Entrance>
    );
  }
  const user = await getSessionUser();
  const { email, role, tenant, invitedByName } = invitation;
  return (
    <Entrance title={`Join ${tenant.name}`}>
      <InvitationForm
        token={token}
        email={email}
        role={role}
        tenantName={tenant.name}
        invitedBy={invitedByName}
        signedInAs={user?.email ?? null}
      />
    </Entrance>
  );
}

async function findInvitation(token: string) {
  try {
    return await getInvitation(token);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
