import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { useAddMember, useChangeRole, useRemoveMember } from "@/lib/client/admin/use-members";
import type { Role } from "@/lib/shared/tenants/roles";
import type { Member } from "@/lib/shared/tenants/tenant";

/** Changing roles and removing: done at once, each with a way back; what is refused is said at the row. */
export function useMemberActions(tenant: string, selfId: string) {
  const router = useRouter();
  const change = useChangeRole(tenant);
  const remove = useRemoveMember(tenant);
  const add = useAddMember(tenant);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const say = (userId: string, problem: string) => setProblems((all) => ({ ...all, [userId]: problem }));

  async function setRole({ userId, email, role: before }: Member, role: Role) {
    say(userId, "");
    try {
      await change.mutateAsync({ userId, role });
    } catch (error) {
      return say(userId, messageOf(error));
    }
    // What one may see depends on one's own role, the menu included.
    if (userId === selfId) return router.refresh();
    notifyUndo(`${email} is ${role} now.`, () => {
      change
        .mutateAsync({ userId, role: before })
        .catch((error: unknown) => notifyError(`${email} is still ${role}`, error));
    });
  }

  async function removeMember({ userId, email, role }: Member) {
    say(userId, "");
    try {
      await remove.mutateAsync(userId);
    } catch (error) {
      return say(userId, messageOf(error));
    }
    if (userId === selfId) return window.location.assign("/");
    notifyUndo(`${email} is no member any more.`, () => {
      add
        .mutateAsync({ email, role })
        .catch((error: unknown) => notifyError(`${email} was not added again`, error));
    });
  }

  return { setRole, removeMember, problems };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "The console did not answer as expected. Try again.";
}
