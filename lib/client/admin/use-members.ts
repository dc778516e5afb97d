import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { Role } from "@/lib/shared/tenants/roles";
import type { AddedMember, Invitation, Member } from "@/lib/shared/tenants/tenant";
import { listAll } from "./list-all";

const membersKey = (tenant: string) => ["members", tenant];
const invitationsKey = (tenant: string) => ["invitations", tenant];

export function useMembers(tenant: string) {
  return useQuery({
    queryKey: membersKey(tenant),
    queryFn: ({ signal }) => listAll<Member>(tenantApi(tenant, "members"), signal),
  });
}

/** The open ones. */
export function useInvitations(tenant: string) {
  return useQuery({
    queryKey: invitationsKey(tenant),
    queryFn: ({ signal }) => listAll<Invitation>(tenantApi(tenant, "invitations"), signal),
  });
}

export type OpenInvitation = Exclude<AddedMember, { member: Member }>;

/** A person with an account is a member at once; anybody else gets an invitation, whose link is answered this once. */
export function useAddMember(tenant: string) {
  const refresh = useRefreshMembers(tenant);
  return useMutation({
    mutationFn: (member: { email: string; role: Role }) =>
      callApi<AddedMember>(tenantApi(tenant, "members"), { method: "POST", body: member }),
    onSuccess: refresh,
  });
}

/** Shows the new role at once, and the old one again when it is refused. */
export function useChangeRole(tenant: string) {
  const queries = useQueryClient();
  const refresh = useRefreshMembers(tenant);
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: Role }) =>
      callApi<Member>(tenantApi(tenant, `members/${userId}`), { method: "PATCH", body: { role } }),
    onMutate: async ({ userId, role }) => {
      await queries.cancelQueries({ queryKey: membersKey(tenant) });
      queries.setQueryData<Member[]>(membersKey(tenant), (members) =>
        members?.map((member) => (member.userId === userId ? { ...member, role } : member)),
      );
    },
    onSettled: refresh,
  });
}

export function useRemoveMember(tenant: string) {
  const refresh = useRefreshMembers(tenant);
  return useMutation({
    mutationFn: (userId: string) =>
      callApi<void>(tenantApi(tenant, `members/${userId}`), { method: "DELETE" }),
    onSuccess: refresh,
  });
}

export function useWithdrawInvitation(tenant: string) {
  const refresh = useRefreshMembers(tenant);
  return useMutation({
    mutationFn: (id: string) => callApi<void>(tenantApi(tenant, `invitations/${id}`), { method: "DELETE" }),
    onSuccess: refresh,
  });
}

function useRefreshMembers(tenant: string) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: membersKey(tenant) }),
      queries.invalidateQueries({ queryKey: invitationsKey(tenant) }),
      queries.invalidateQueries({ queryKey: ["quotas", tenant] }),
    ]);
  };
}
