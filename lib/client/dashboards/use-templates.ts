import { callApi, tenantApi } from "@/lib/client/api-client";
import { useQuery } from "@/lib/client/queries";
import type { Template } from "@/lib/shared/dashboards/dashboard";

export function useTemplates(tenant: string) {
  return useQuery({
    queryKey: ["templates", tenant],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => callApi<{ items: Template[] }>(tenantApi(tenant, "templates"), { signal }),
    select: ({ items }) => items,
  });
}
