import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";

export interface DashboardListItem {
  uid: string;
  title: string;
  tags: string[];
  folderUid: string | null;
  starred: boolean;
  version: number;
  updatedAt: string;
}

export interface DashboardListFilter {
  query?: string;
  tag?: readonly string[];
  folder?: string;
  starred?: boolean;
  limit?: number;
}

interface DashboardListAnswer {
  items: DashboardListItem[];
  nextCursor: string | null;
}

/** Dashboards of a tenant by filter; without a tenant nothing is asked. */
export function useDashboardList(tenant: string | null, filter: DashboardListFilter) {
  return useQuery({
    queryKey: ["dashboards", tenant, filter],
    enabled: tenant !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      callApi<DashboardListAnswer>(tenantApi(tenant ?? "", `dashboards${searchOf(filter)}`), { signal }),
  });
}

export function searchOf({ query, tag, folder, starred, limit }: DashboardListFilter): string {
  const search = new URLSearchParams();
  if (query) search.set("query", query);
  for (const one of tag ?? []) search.append("tag", one);
  if (folder) search.set("folder", folder);
  if (starred) search.set("starred", "true");
  if (limit) search.set("limit", String(limit));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
