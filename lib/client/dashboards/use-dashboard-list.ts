import { keepPreviousData } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { useInfiniteQuery, useQuery } from "@/lib/client/queries";
import type { FoundDashboard } from "@/lib/shared/dashboards/library";
import type { SortOrder } from "@/lib/shared/dashboards/sort-orders";

export interface DashboardListFilter {
  query?: string;
  tag?: readonly string[];
  /** A folder's uid; empty is the top level. */
  folder?: string | null;
  /** A folder's uid: it and all below. */
  within?: string | null;
  starred?: boolean;
  /** Only what the person has opened. */
  seen?: boolean;
  sort?: SortOrder;
  limit?: number;
  cursor?: string;
}

interface DashboardListAnswer {
  items: FoundDashboard[];
  nextCursor: string | null;
}

const pageSize = 200;

/** The first dashboards that fit the filter; without a tenant nothing is asked. */
export function useDashboardList(tenant: string | null, filter: DashboardListFilter) {
  return useQuery({
    queryKey: ["dashboards", tenant, "list", filter],
    enabled: tenant !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchList(tenant ?? "", filter, signal),
  });
}

/** All dashboards that fit, page by page. */
export function useDashboardPages(tenant: string, filter: DashboardListFilter) {
  return useInfiniteQuery({
    queryKey: ["dashboards", tenant, "pages", filter],
    placeholderData: keepPreviousData,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      fetchList(tenant, { ...filter, limit: pageSize, cursor: pageParam || undefined }, signal),
    getNextPageParam: (last: DashboardListAnswer) => last.nextCursor,
  });
}

function fetchList(
  tenant: string,
  filter: DashboardListFilter,
  signal: AbortSignal,
): Promise<DashboardListAnswer> {
  return callApi<DashboardListAnswer>(tenantApi(tenant, `dashboards${searchOf(filter)}`), { signal });
}

export function searchOf(filter: DashboardListFilter): string {
  const { query, tag, folder, within, starred, seen, sort, limit, cursor } = filter;
  const search = new URLSearchParams();
  if (query) search.set("query", query);
  for (const one of tag ?? []) search.append("tag", one);
  if (folder !== undefined && folder !== null) search.set("folder", folder);
  if (within) search.set("within", within);
  if (starred) search.set("starred", "true");
  if (seen) search.set("seen", "true");
  if (sort) search.set("sort", sort);
  if (limit) search.set("limit", String(limit));
  if (cursor) search.set("cursor", cursor);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
