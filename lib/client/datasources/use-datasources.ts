import { callApi, tenantApi } from "@/lib/client/api-client";
import { useQuery } from "@/lib/client/queries";

export interface DatasourceItem {
  uid: string;
  name: string;
  isDefault: boolean;
}

export function useDatasources(tenant: string) {
  return useQuery({
    queryKey: ["datasources", tenant],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      callApi<{ items: DatasourceItem[] }>(tenantApi(tenant, "datasources"), { signal }),
    select: ({ items }) => items,
  });
}

export function defaultDatasource(datasources: readonly DatasourceItem[] | undefined): DatasourceItem | null {
  return datasources?.find((datasource) => datasource.isDefault) ?? datasources?.[0] ?? null;
}
