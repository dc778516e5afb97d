import { callApi, tenantApi } from "@/lib/client/api-client";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type {
  HistoryItem,
  Publication,
  PublicationKey,
  PullRequest,
  PullResult,
} from "@/lib/shared/publish/publication";

const keyOf = (tenant: string) => ["publications", tenant];

interface Publications {
  items: Publication[];
}

/** What stands in Grafana, as last seen. */
export function usePublications(tenant: string) {
  return useQuery({
    queryKey: keyOf(tenant),
    queryFn: ({ signal }) => callApi<Publications>(tenantApi(tenant, "publish/publications"), { signal }),
    select: ({ items }) => items,
  });
}

/** Asks Grafana now. */
export function useCheckDrift(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<Publications>(tenantApi(tenant, "publish/drift")),
    onSuccess: (answer) => queryClient.setQueryData(keyOf(tenant), answer),
  });
}

export function useDetach(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PublicationKey) =>
      callApi<void>(tenantApi(tenant, "publish/detach"), { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export function usePull(tenant: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PullRequest) =>
      callApi<PullResult>(tenantApi(tenant, "publish/pull"), { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export function usePublishHistory(tenant: string) {
  return useInfiniteQuery({
    queryKey: ["publish-history", tenant],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      callApi<{ items: HistoryItem[]; nextCursor: string | null }>(
        tenantApi(tenant, `publish/history?limit=30${pageParam ? `&cursor=${pageParam}` : ""}`),
        { signal },
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
}
