import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQuery, useQueryClient } from "@/lib/client/queries";
import type { Datasource, DatasourceTest } from "@/lib/shared/prometheus/datasource";
import type { TestBody } from "./datasource-form";

/** With all that the settings show; shared with the pages that only need the names. */
export function useDatasourceSettings(tenant: string) {
  return useQuery({
    queryKey: ["datasources", tenant],
    queryFn: ({ signal }) => callApi<{ items: Datasource[] }>(tenantApi(tenant, "datasources"), { signal }),
    select: ({ items }) => items,
  });
}

/** Makes one when there is no uid, else changes it. */
export function useSaveDatasource(tenant: string) {
  const refresh = useRefresh(tenant);
  return useMutation({
    mutationFn: ({ uid, body }: { uid: string | null; body: Record<string, unknown> }) =>
      uid === null
        ? callApi<Datasource>(tenantApi(tenant, "datasources"), { method: "POST", body })
        : callApi<Datasource>(tenantApi(tenant, `datasources/${uid}`), { method: "PATCH", body }),
    onSuccess: refresh,
  });
}

export function useDeleteDatasource(tenant: string) {
  const refresh = useRefresh(tenant);
  return useMutation({
    mutationFn: (uid: string) => callApi<void>(tenantApi(tenant, `datasources/${uid}`), { method: "DELETE" }),
    onSuccess: refresh,
  });
}

interface TestRequest {
  uid: string | null;
  /** Left out: what is saved. */
  body?: TestBody;
}

export function testDatasource(tenant: string, { uid, body }: TestRequest): Promise<DatasourceTest> {
  const path = uid === null ? "datasources/test" : `datasources/${uid}/test`;
  return callApi<DatasourceTest>(tenantApi(tenant, path), { method: "POST", body: body ?? {} });
}

export function useTestDatasource(tenant: string) {
  return useMutation({ mutationFn: (request: TestRequest) => testDatasource(tenant, request) });
}

function useRefresh(tenant: string) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["datasources", tenant] }),
      queries.invalidateQueries({ queryKey: ["quotas", tenant] }),
    ]);
  };
}
