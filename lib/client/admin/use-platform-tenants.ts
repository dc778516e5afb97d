import { callApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { MyTenant, PlatformTenant } from "@/lib/shared/tenants/tenant";
import { listAll } from "./list-all";

const key = ["platform-tenants"];
const tenantPath = (slug: string) => `/api/v1/tenants/${encodeURIComponent(slug)}`;

/** All tenants with how much each has used; platform administrators only. */
export function usePlatformTenants() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => listAll<PlatformTenant>("/api/v1/tenants?scope=all", signal),
  });
}

export function useCreateTenant() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (tenant: { slug: string; name: string }) =>
      callApi<MyTenant>("/api/v1/tenants", { method: "POST", body: tenant }),
    onSuccess: refresh,
  });
}

/** Renames, suspends or resumes. */
export function useChangeTenant(slug: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (change: { name?: string; suspended?: boolean }) =>
      callApi<void>(tenantPath(slug), { method: "PATCH", body: change }),
    onSuccess: refresh,
  });
}

/** Makes the person an admin of the tenant; its audit log says so. */
export function useEnterTenant(slug: string) {
  return useMutation({
    mutationFn: () => callApi<MyTenant>(`${tenantPath(slug)}/enter`, { method: "POST" }),
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}
