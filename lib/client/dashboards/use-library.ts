import { callApi, tenantApi } from "@/lib/client/api-client";
import { useQuery, useQueryClient } from "@/lib/client/queries";
import type { TagCount, TrashedDashboard } from "@/lib/shared/dashboards/library";

export function useTags(tenant: string) {
  return useQuery({
    queryKey: ["dashboards", tenant, "tags"],
    queryFn: ({ signal }) => callApi<{ items: TagCount[] }>(tenantApi(tenant, "tags"), { signal }),
    select: ({ items }) => items,
  });
}

export function useTrash(tenant: string) {
  return useQuery({
    queryKey: ["dashboards", tenant, "trash"],
    queryFn: ({ signal }) => callApi<{ items: TrashedDashboard[] }>(tenantApi(tenant, "trash"), { signal }),
    select: ({ items }) => items,
  });
}

/** Asks anew for everything that shows dashboards or folders of the tenant. */
export function useRefreshLibrary(tenant: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["dashboards", tenant] }),
      queries.invalidateQueries({ queryKey: ["folders", tenant] }),
    ]);
}
