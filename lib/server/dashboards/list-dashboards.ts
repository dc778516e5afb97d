import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { DashboardFilter, type FoundDashboard } from "@/lib/shared/dashboards/library";
import { readSearchQuery } from "@/lib/shared/dashboards/search/read-search-query";
import { cursorOf } from "./search/list-cursor";
import { readList } from "./search/read-list";
import { toFoundDashboard } from "./search/to-found-dashboard";

export interface DashboardList {
  items: FoundDashboard[];
  nextCursor: string | null;
}

/** A filter from the query text of a request. */
export function dashboardFilterOf(query: URLSearchParams): unknown {
  const text = (name: string) => query.get(name) ?? undefined;
  const flag = (name: string) => (query.has(name) ? query.get(name) === "true" : undefined);
  return {
    query: text("query"),
    tag: query.getAll("tag"),
    folder: text("folder"),
    within: text("within"),
    starred: flag("starred"),
    seen: flag("seen"),
    sort: text("sort"),
    limit: query.has("limit") ? Number(query.get("limit")) : undefined,
    cursor: text("cursor"),
  };
}

/** Dashboards page by page. Documents are not loaded. */
export async function listDashboards(ctx: TenantContext, input: unknown = {}): Promise<DashboardList> {
  assertCan(ctx, "dashboard:read");
  const filter = DashboardFilter.parse(input);
  const search = filter.query ? readSearchQuery(filter.query) : null;
  const sort = filter.sort ?? (search ? "relevance" : "title");
  const rows = await readList(ctx, { ...filter, sort }, search);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toFoundDashboard(row, search)),
    nextCursor: rows.length > filter.limit && last ? cursorOf(sort, last) : null,
  };
}
