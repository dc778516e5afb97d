import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { Role } from "@/lib/shared/tenants/roles";
import type { ApiToken, CreatedApiToken } from "@/lib/shared/tenants/tenant";
import { listAll } from "./list-all";

export function useApiTokens(tenant: string) {
  return useQuery({
    queryKey: ["api-tokens", tenant],
    queryFn: ({ signal }) => listAll<ApiToken>(tenantApi(tenant, "api-tokens"), signal),
  });
}

/** The answer holds the token itself, this once. */
export function useCreateApiToken(tenant: string) {
  const refresh = useRefreshTokens(tenant);
  return useMutation({
    mutationFn: (token: { name: string; role: Role; expiresInDays?: number }) =>
      callApi<CreatedApiToken>(tenantApi(tenant, "api-tokens"), { method: "POST", body: token }),
    // A token must not stay in memory longer than it is shown.
    gcTime: 0,
    onSuccess: refresh,
  });
}

export function useRevokeApiToken(tenant: string) {
  const refresh = useRefreshTokens(tenant);
  return useMutation({
    mutationFn: (id: string) => callApi<void>(tenantApi(tenant, `api-tokens/${id}`), { method: "DELETE" }),
    onSuccess: refresh,
  });
}

function useRefreshTokens(tenant: string) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["api-tokens", tenant] }),
      queries.invalidateQueries({ queryKey: ["quotas", tenant] }),
    ]);
  };
}
