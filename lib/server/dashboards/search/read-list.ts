import type { Prisma } from "@/generated/prisma/client";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { DashboardFilter } from "@/lib/shared/dashboards/library";
import type { SearchQuery } from "@/lib/shared/dashboards/search/read-search-query";
import type { SortOrder } from "@/lib/shared/dashboards/sort-orders";
import { catchUpSearch, lagsBehind } from "./catch-up";
import { findHits, findTitleHits } from "./find-hits";
import { relevancePart } from "./list-cursor";
import { type ListRow, listSql } from "./list-sql";

type Wanted = DashboardFilter & { sort: SortOrder };

/** The rows of a page and one more where there is one. */
export async function readList(
  ctx: TenantContext,
  filter: Wanted,
  search: SearchQuery | null,
): Promise<ListRow[]> {
  assertCan(ctx, "dashboard:read");
  const tags = filter.tag ?? [];
  if (!search && tags.length === 0)
    return withTenant(ctx, (tx) => tx.$queryRaw<ListRow[]>(listSql(ctx, filter, null)));
  const read = async (tx: Tx) => {
    const among = await findHits(tx, ctx, { search, tags });
    if (among) return tx.$queryRaw<ListRow[]>(listSql(ctx, filter, search, { among }));
    return search && filter.sort === "relevance"
      ? readTitlesFirst(tx, ctx, filter, search)
      : tx.$queryRaw<ListRow[]>(listSql(ctx, filter, search));
  };
  const rows = await withTenant(ctx, async (tx) => ((await lagsBehind(tx, ctx)) ? null : read(tx)));
  if (rows) return rows;
  await catchUpSearch(ctx);
  return withTenant(ctx, read);
}

/** By relevance among many: each part in the order of titles, so that reading ends with the page. */
async function readTitlesFirst(
  tx: Tx,
  ctx: TenantContext,
  filter: Wanted,
  search: SearchQuery,
): Promise<ListRow[]> {
  const { inTitle, after } = relevancePart(filter.cursor);
  const titles = inTitle ? await readTitles(tx, ctx, filter, { search, after }) : [];
  if (titles.length > filter.limit) return titles;
  const limit = filter.limit - titles.length;
  const part = { inTitle: false, after: inTitle ? null : after };
  const rest = await tx.$queryRaw<ListRow[]>(listSql(ctx, { ...filter, limit }, search, { part }));
  return [...titles, ...rest];
}

async function readTitles(
  tx: Tx,
  ctx: TenantContext,
  filter: Wanted,
  { search, after }: { search: SearchQuery; after: Prisma.Sql | null },
): Promise<ListRow[]> {
  const hits = await findTitleHits(tx, search);
  const narrowed = hits ? { among: hits } : {};
  return tx.$queryRaw<ListRow[]>(
    listSql(ctx, filter, search, { ...narrowed, part: { inTitle: true, after } }),
  );
}
