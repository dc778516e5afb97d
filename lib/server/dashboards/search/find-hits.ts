import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/lib/server/db";
import { containingPattern } from "@/lib/server/db-like";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { SearchQuery } from "@/lib/shared/dashboards/search/read-search-query";

/** Beyond this a page is found sooner by reading in the order of the list: every twentieth of 20,000 dashboards is one. */
const most = 1_000;

interface Sought {
  search: SearchQuery | null;
  tags: readonly string[];
}

/**
 * The ids of all dashboards that can be found, and perhaps of some that cannot; null when they are too many, so that the list
 * is better read in its order until a page is full.
 */
export async function findHits(
  tx: Tx,
  ctx: TenantContext,
  { search, tags }: Sought,
): Promise<string[] | null> {
  const words = search?.words ?? [];
  const folders = await foldersNamed(tx, ctx, words);
  const elsewhere = words.filter((word) => !folders.some(({ title }) => title.includes(word)));
  const needed = [...elsewhere, ...tags.map((tag) => tag.toLowerCase())];
  const parts = [hitsSql(needed.length > 0 ? needed : words, search?.fragment ?? null)];
  // Where each word names a folder, what lies in those folders is found whatever it says itself.
  if (needed.length === 0 && folders.length > 0)
    parts.push(
      inFolders(
        ctx,
        folders.map(({ id }) => id),
      ),
    );
  if (search) {
    parts.push(Prisma.sql`
      SELECT id FROM dashboards WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ${search.whole} AND deleted_at IS NULL`);
  }
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT id FROM (${Prisma.join(parts, " UNION ALL ")}) hits`;
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** The same for those whose title holds all words. */
export async function findTitleHits(tx: Tx, { words }: SearchQuery): Promise<string[] | null> {
  if (words.length === 0) return [];
  const patterns = words.map(containingPattern);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM search_hits(${patterns}::text[], NULL, NULL, true, ${most + 1}::int) AS id`;
  return rows.length > most ? null : rows.map(({ id }) => id);
}

function hitsSql(words: readonly string[], fragment: SearchQuery["fragment"]): Prisma.Sql {
  const [typed, squeezed] = fragment
    ? [containingPattern(fragment.typed), containingPattern(fragment.squeezed)]
    : [null, null];
  return Prisma.sql`
    SELECT id FROM search_hits(${words.map(containingPattern)}::text[], ${typed}, ${squeezed}, false, ${most + 1}::int) AS id`;
}

function inFolders({ tenant }: TenantContext, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    (SELECT id FROM dashboards
    WHERE tenant_id = ${tenant.id}::uuid AND folder_id = ANY(${ids}::uuid[]) AND deleted_at IS NULL LIMIT ${most + 1})`;
}

async function foldersNamed(
  tx: Tx,
  { tenant }: TenantContext,
  words: readonly string[],
): Promise<{ id: string; title: string }[]> {
  if (words.length === 0) return [];
  return tx.$queryRaw`
    SELECT id, lower(title) AS title FROM folders
    WHERE tenant_id = ${tenant.id}::uuid AND deleted_at IS NULL
      AND lower(title) LIKE ANY(${words.map(containingPattern)}::text[])`;
}
