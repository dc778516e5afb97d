import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { ApplyRequest, PublishPlan } from "@/lib/shared/publish/publish-plan";

const keyOf = (tenant: string, id: string | null) => ["publish-plan", tenant, id];

export function useCreatePlan(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { target: string; dashboards: string[] }) =>
      callApi<PublishPlan>(tenantApi(tenant, "publish/plan"), { method: "POST", body }),
    onSuccess: (plan) => queryClient.setQueryData(keyOf(tenant, plan.id), plan),
  });
}

/** A plan; while somebody applies it, its progress. */
export function usePlan(tenant: string, id: string | null, applying: boolean) {
  return useQuery({
    queryKey: keyOf(tenant, id),
    enabled: id !== null,
    queryFn: ({ signal }) => callApi<PublishPlan>(tenantApi(tenant, `publish/plan/${id}`), { signal }),
    refetchInterval: ({ state }) => (applying || state.data?.result?.state === "applying" ? 700 : false),
  });
}

export function useApplyPlan(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ApplyRequest) =>
      callApi<PublishPlan>(tenantApi(tenant, "publish/apply"), { method: "POST", body }),
    onSuccess: (plan) => queryClient.setQueryData(keyOf(tenant, plan.id), plan),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ["publications", tenant] });
      void queryClient.invalidateQueries({ queryKey: ["publish-history", tenant] });
    },
  });
}
