import { useQuery } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { Folder } from "@/lib/shared/dashboards/folder";

export function useFolders(tenant: string) {
  return useQuery({
    queryKey: ["folders", tenant],
    queryFn: ({ signal }) => callApi<{ items: Folder[] }>(tenantApi(tenant, "folders"), { signal }),
    select: ({ items }) => items,
  });
}
