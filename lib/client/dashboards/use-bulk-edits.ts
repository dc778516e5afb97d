import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";
import type { BulkEdit, BulkEditPreview, UndoneBulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";

/** What a change would do; asked anew with every look, since others save meanwhile. */
export function useBulkPreview(tenant: string, change: BulkChange | null, dashboards: readonly string[]) {
  return useQuery({
    queryKey: ["bulk-edits", tenant, "preview", change, dashboards],
    enabled: change !== null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) =>
      callApi<BulkEditPreview>(tenantApi(tenant, "bulk-edits/preview"), {
        method: "POST",
        body: { change, ...(dashboards.length > 0 && { dashboards }) },
        signal,
      }),
  });
}

export function useBulkEdits(tenant: string) {
  return useQuery({
    queryKey: ["bulk-edits", tenant, "list"],
    queryFn: async ({ signal }) =>
      (await callApi<{ items: BulkEdit[] }>(tenantApi(tenant, "bulk-edits"), { signal })).items,
  });
}

export function useApplyBulkEdit(tenant: string) {
  const refresh = useRefresh(tenant);
  return useMutation({
    mutationFn: (body: { change: BulkChange; dashboards: { uid: string; version: number }[] }) =>
      callApi<BulkEdit>(tenantApi(tenant, "bulk-edits"), { method: "POST", body }),
    onSuccess: refresh,
  });
}

export function useUndoBulkEdit(tenant: string) {
  const refresh = useRefresh(tenant);
  return useMutation({
    mutationFn: (id: string) =>
      callApi<UndoneBulkEdit>(tenantApi(tenant, `bulk-edits/${id}/undo`), { method: "POST", body: {} }),
    onSuccess: refresh,
  });
}

function useRefresh(tenant: string) {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ["bulk-edits", tenant] }),
      queryClient.invalidateQueries({ queryKey: ["dashboards", tenant] }),
    ]);
}
