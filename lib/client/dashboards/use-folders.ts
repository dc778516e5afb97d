import { callApi, tenantApi } from "@/lib/client/api-client";
import { useQuery } from "@/lib/client/queries";
import type { Folder } from "@/lib/shared/dashboards/folder";

/** Without a tenant nothing is asked. */
export function useFolders(tenant: string | null) {
  return useQuery({
    queryKey: ["folders", tenant],
    enabled: tenant !== null,
    queryFn: ({ signal }) => callApi<{ items: Folder[] }>(tenantApi(tenant ?? "", "folders"), { signal }),
    select: ({ items }) => items,
  });
}
