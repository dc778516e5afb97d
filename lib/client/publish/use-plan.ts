import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { ApplyRequest, ApplyResult, PublishPlan } from "@/lib/shared/publish/publish-plan";

const keyOf = (tenant: string, id: string) => ["publish-plan", tenant, id];

export function useCreatePlan(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { target: string; dashboards: string[] }) =>
      callApi<PublishPlan>(tenantApi(tenant, "publish/plan"), { method: "POST", body }),
    onSuccess: (plan) => queryClient.setQueryData(keyOf(tenant, plan.id), plan),
  });
}

export function usePlan(tenant: string, id: string) {
  return useQuery({
    queryKey: keyOf(tenant, id),
    queryFn: ({ signal }) => callApi<PublishPlan>(tenantApi(tenant, `publish/plan/${id}`), { signal }),
  });
}

/** How far an apply is, asked as long as it runs; started by this page or by somebody else. */
export function useProgress(tenant: string, id: string, running: boolean) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: ["publish-progress", tenant, id],
    enabled: running,
    refetchInterval: 700,
    queryFn: async ({ signal }) => {
      const path = tenantApi(tenant, `publish/plan/${id}/progress`);
      const { result } = await callApi<{ result: ApplyResult | null }>(path, { signal });
      if (result?.state === "done") void queryClient.invalidateQueries({ queryKey: keyOf(tenant, id) });
      return result;
    },
  });
}

export function useApplyPlan(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ApplyRequest) =>
      callApi<PublishPlan>(tenantApi(tenant, "publish/apply"), { method: "POST", body }),
    onSuccess: (plan) => queryClient.setQueryData(keyOf(tenant, plan.id), plan),
    // A proxy may have given up while the console goes on: the plan itself tells.
    onError: (_error, { plan }) => queryClient.invalidateQueries({ queryKey: keyOf(tenant, plan) }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ["publications", tenant] });
      void queryClient.invalidateQueries({ queryKey: ["publish-history", tenant] });
    },
  });
}
