import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { QuotaKey, QuotaUsage } from "@/lib/shared/tenants/quotas";
import { listAll } from "./list-all";

export function useQuotas(tenant: string) {
  return useQuery({
    queryKey: ["quotas", tenant],
    queryFn: ({ signal }) => listAll<QuotaUsage>(tenantApi(tenant, "usage"), signal),
  });
}

/** Sets limits by key; null goes back to the default. Platform administrators only. */
export function useChangeQuotas(tenant: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (limits: Partial<Record<QuotaKey, number | null>>) =>
      callApi<void>(tenantApi(tenant, "quotas"), { method: "PUT", body: limits }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["quotas", tenant] }),
        queries.invalidateQueries({ queryKey: ["platform-tenants"] }),
      ]),
  });
}
