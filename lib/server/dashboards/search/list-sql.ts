import { Prisma } from "@/generated/prisma/client";
import { containingPattern } from "@/lib/server/db-like";
import type { TenantContext } from "@/lib/server/tenants/context";
import { personOf } from "@/lib/server/tenants/person-of";
import type { DashboardFilter } from "@/lib/shared/dashboards/library";
import type { SearchQuery } from "@/lib/shared/dashboards/search/read-search-query";
import type { SortOrder } from "@/lib/shared/dashboards/sort-orders";
import type { Role } from "@/lib/shared/tenants/roles";
import { afterCursor, listOrders } from "./list-cursor";

export interface ListRow {
  uid: string;
  title: string;
  /** The title as Postgres orders it. */
  title_key: string;
  tags: string[];
  version: number;
  created_at: Date;
  created_by_name: string;
  updated_at: Date;
  updated_by_name: string;
  seen_from: Role;
  edited_from: Role;
  folder_uid: string | null;
  folder_title: string | null;
  starred: boolean;
  in_title: boolean;
  seen_at: Date | null;
  /** What a dashboard may have been found by besides its title, as JSON. */
  panels: string | null;
  metrics: string | null;
}

type Wanted = DashboardFilter & { sort: SortOrder };

interface Narrowing {
  /** Nothing else can be found. */
  among?: readonly string[];
  /** Of a list by relevance: only what is found by its title or only what is not, by title, after a row of it. */
  part?: { inTitle: boolean; after: Prisma.Sql | null };
}

/** The first line of what the search knows, as it knows it. */
const titleLine = Prisma.sql`split_part(s.text, E'\n', 1)`;

const names = Prisma.sql`
  CASE WHEN found.in_title THEN NULL ELSE s.panels::text END AS panels,
  CASE WHEN found.in_title THEN NULL ELSE to_json(s.metrics)::text END AS metrics`;

/** The one query of the list: everything is bounded by the tenant, and all joins are by key. */
export function listSql(
  ctx: TenantContext,
  filter: Wanted,
  search: SearchQuery | null,
  { among, part }: Narrowing = {},
): Prisma.Sql {
  const tenantId = Prisma.sql`${ctx.tenant.id}::uuid`;
  const seenOnly = filter.seen || filter.sort === "seen";
  const conditions = [
    Prisma.sql`d.tenant_id = ${tenantId} AND d.deleted_at IS NULL`,
    ...filterConditions(ctx, filter),
    ...(among ? [Prisma.sql`d.id = ANY(${among}::uuid[])`] : []),
    ...(search ? [Prisma.sql`found.all_words`] : []),
    ...(part ? [Prisma.sql`found.in_title = ${part.inTitle}`, part.after ?? Prisma.sql`true`] : []),
    ...(!part && filter.cursor ? [afterCursor(filter.sort, filter.cursor)] : []),
  ];
  return Prisma.sql`
    SELECT d.uid, d.title, lower(d.title) AS title_key, d.tags, d.version, d.created_at, d.created_by_name, d.updated_at, d.updated_by_name,
      d.seen_from, d.edited_from, f.uid AS folder_uid, f.title AS folder_title, st.user_id IS NOT NULL AS starred,
      found.in_title, ${seenOnly ? Prisma.sql`v.seen_at` : Prisma.sql`NULL::timestamptz AS seen_at`},
      ${search ? names : Prisma.sql`NULL AS panels, NULL AS metrics`}
    FROM dashboards d
    LEFT JOIN folders f ON f.tenant_id = d.tenant_id AND f.id = d.folder_id
    LEFT JOIN stars st ON st.tenant_id = d.tenant_id AND st.dashboard_id = d.id AND st.user_id = ${personOf(ctx)}::uuid
    ${seenOnly ? seenJoin(ctx) : Prisma.empty}
    ${search ? searchJoin : Prisma.empty}
    CROSS JOIN LATERAL (SELECT ${search ? foundColumns(search) : Prisma.sql`false AS in_title`} OFFSET 0) found
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${listOrders[part ? "title" : filter.sort].by}
    LIMIT ${filter.limit + 1}`;
}

// OFFSET keeps Postgres from guessing how rare a word is: it reads the dashboards in their order, or those that it is given, and
// looks at each one's text until the page is full.
const searchJoin = Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT * FROM dashboard_search t WHERE t.tenant_id = d.tenant_id AND t.dashboard_id = d.id OFFSET 0) s`;

function seenJoin(ctx: TenantContext): Prisma.Sql {
  return Prisma.sql`JOIN recent_views v
    ON v.tenant_id = d.tenant_id AND v.dashboard_id = d.id AND v.user_id = ${personOf(ctx)}::uuid`;
}

function containing(column: Prisma.Sql, word: string): Prisma.Sql {
  return Prisma.sql`${column} LIKE ${containingPattern(word)}`;
}

function foundColumns({ whole, words, fragment }: SearchQuery): Prisma.Sql {
  const inTitle = words.map((word) => containing(titleLine, word));
  const folder = Prisma.sql`lower(f.title)`;
  const everywhere = words.map(
    (word) => Prisma.sql`(${containing(Prisma.sql`s.text`, word)} OR ${containing(folder, word)})`,
  );
  if (fragment !== null) {
    const [expressions, text] = [Prisma.sql`s.expressions`, Prisma.sql`s.text`];
    everywhere.push(
      Prisma.sql`(${containing(expressions, fragment.squeezed)} OR ${containing(text, fragment.typed)})`,
    );
  }
  const all = (parts: Prisma.Sql[]) => (parts.length > 0 ? Prisma.join(parts, " AND ") : Prisma.sql`false`);
  return Prisma.sql`(${all(inTitle)}) AS in_title, (${all(everywhere)} OR d.uid = ${whole}) AS all_words`;
}

function filterConditions(ctx: TenantContext, { tag, folder, within, starred }: Wanted): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (tag?.length) conditions.push(Prisma.sql`d.tags @> ${tag}`);
  if (folder === "") conditions.push(Prisma.sql`d.folder_id IS NULL`);
  else if (folder !== undefined) conditions.push(Prisma.sql`f.uid = ${folder}`);
  if (within !== undefined) conditions.push(Prisma.sql`d.folder_id IN (${foldersBelow(ctx, within)})`);
  if (starred !== undefined && ctx.actor.kind === "user") {
    conditions.push(starred ? Prisma.sql`st.user_id IS NOT NULL` : Prisma.sql`st.user_id IS NULL`);
  }
  return conditions;
}

function foldersBelow(ctx: TenantContext, uid: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT id FROM folders WHERE tenant_id = ${ctx.tenant.id}::uuid AND uid = ${uid} AND deleted_at IS NULL
      UNION SELECT c.id FROM folders c JOIN below b ON c.parent_id = b.id
      WHERE c.tenant_id = ${ctx.tenant.id}::uuid AND c.deleted_at IS NULL
    ) SELECT id FROM below`;
}
