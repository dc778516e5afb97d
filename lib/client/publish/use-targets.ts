import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { GrafanaTarget, TargetTest } from "@/lib/shared/publish/grafana-target";

const keyOf = (tenant: string) => ["grafana-targets", tenant];

export function useTargets(tenant: string) {
  return useQuery({
    queryKey: keyOf(tenant),
    queryFn: ({ signal }) =>
      callApi<{ items: GrafanaTarget[] }>(tenantApi(tenant, "grafana-targets"), { signal }),
    select: ({ items }) => items,
  });
}

/** What the form sends: the secret only when it was typed. */
export interface TargetInput {
  name: string;
  url: string;
  token?: string;
  basicAuth?: { user: string; password: string };
  orgId: number | null;
  folder: string | null;
  datasources: Record<string, string>;
}

/** Without an id a new target is made. */
export function useSaveTarget(tenant: string, id: string | null) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: TargetInput) =>
      id
        ? callApi<GrafanaTarget>(tenantApi(tenant, `grafana-targets/${id}`), { method: "PUT", body })
        : callApi<GrafanaTarget>(tenantApi(tenant, "grafana-targets"), { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export function useDeleteTarget(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      callApi<void>(tenantApi(tenant, `grafana-targets/${id}`), { method: "DELETE" }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export interface TargetTestInput {
  /** Null tests a target that is not saved yet. */
  id: string | null;
  /** Left out: what is saved is tested. */
  input?: Partial<Omit<TargetInput, "name">>;
}

export function useTestTarget(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, input }: TargetTestInput) => {
      const path = id ? `grafana-targets/${id}/test` : "grafana-targets/test";
      return callApi<TargetTest>(tenantApi(tenant, path), { method: "POST", body: input ?? {} });
    },
    onSuccess: (_test, { input }) => {
      if (!input) void queryClient.invalidateQueries({ queryKey: keyOf(tenant) });
    },
  });
}
