import type { Metadata } from "next";
import { Entrance } from "@/components/shell/entrance";
import { InvitationForm } from "@/components/shell/invitation-form";
import { Notice } from "@/components/ui/notice";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { getInvitation, hasAccount } from "@/lib/server/tenants/accept-invitation";
import { AppError } from "@/lib/shared/errors";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

/** Where the link of an invitation leads. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await getInvitation(token).catch((error: unknown) => {
    if (error instanceof AppError) return error;
    throw error;
  });
  if (invitation instanceof AppError)
    return <Notice title="Not a valid invitation">{invitation.message}</Notice>;
  const { email, role, tenant } = invitation;
  const user = await getSessionUser();
  return (
    <Entrance title={`Join ${tenant.name}`}>
      <InvitationForm
        token={token}
        email={email}
        role={role}
        signedInAs={user?.email ?? null}
        hasAccount={await hasAccount(email)}
      />
    </Entrance>
  );
}
