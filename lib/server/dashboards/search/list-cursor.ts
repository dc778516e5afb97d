import { Prisma } from "@/generated/prisma/client";
import type { SortOrder } from "@/lib/shared/dashboards/sort-orders";
import { AppError } from "@/lib/shared/errors";
import type { ListRow } from "./list-sql";

interface Order {
  by: Prisma.Sql;
  /** The row after which a page begins. */
  after: (keys: readonly [string, string, string]) => Prisma.Sql;
  keys: (row: ListRow) => string[];
}

const rank = Prisma.sql`(CASE WHEN found.in_title THEN 0 ELSE 1 END)`;
const title = Prisma.sql`lower(d.title)`;
const byTitle = (row: ListRow) => [row.title_key];

/** The orders of the list, each with an index behind it; ties are broken by uid, so that a page follows on exactly. */
export const listOrders: Record<SortOrder, Order> = {
  title: {
    by: Prisma.sql`${title}, d.uid`,
    after: ([text, uid]) => Prisma.sql`(${title}, d.uid) > (${text}, ${uid})`,
    keys: byTitle,
  },
  "-title": {
    by: Prisma.sql`${title} DESC, d.uid DESC`,
    after: ([text, uid]) => Prisma.sql`(${title}, d.uid) < (${text}, ${uid})`,
    keys: byTitle,
  },
  updated: {
    by: Prisma.sql`d.updated_at DESC, d.uid DESC`,
    after: ([at, uid]) => Prisma.sql`(d.updated_at, d.uid) < (${at}::timestamptz, ${uid})`,
    keys: (row) => [row.updated_at.toISOString()],
  },
  "-updated": {
    by: Prisma.sql`d.updated_at, d.uid`,
    after: ([at, uid]) => Prisma.sql`(d.updated_at, d.uid) > (${at}::timestamptz, ${uid})`,
    keys: (row) => [row.updated_at.toISOString()],
  },
  relevance: {
    by: Prisma.sql`${rank}, ${title}, d.uid`,
    after: ([place, text, uid]) => Prisma.sql`(${rank}, ${title}, d.uid) > (${place}::int, ${text}, ${uid})`,
    keys: (row) => [row.in_title ? "0" : "1", row.title_key],
  },
  seen: {
    by: Prisma.sql`v.seen_at DESC, d.uid DESC`,
    after: ([at, uid]) => Prisma.sql`(v.seen_at, d.uid) < (${at}::timestamptz, ${uid})`,
    keys: (row) => [row.seen_at?.toISOString() ?? ""],
  },
};

export function cursorOf(sort: SortOrder, row: ListRow): string {
  const keys = [...listOrders[sort].keys(row), row.uid];
  return Buffer.from(JSON.stringify([sort, ...keys])).toString("base64url");
}

/** The condition that a cursor stands for. @throws AppError INVALID_INPUT for one that is not ours or of another order */
export function afterCursor(sort: SortOrder, cursor: string): Prisma.Sql {
  const [order, ...keys] = readCursor(cursor);
  const wanted = sort === "relevance" ? 3 : 2;
  if (order === sort && keys.length === wanted) {
    return listOrders[sort].after([keys[0] ?? "", keys[1] ?? "", keys[2] ?? ""]);
  }
  throw foreignCursor();
}

/** Where a list by relevance goes on: among the titles or behind them, and after which row of that part. */
export function relevancePart(cursor: string | undefined): { inTitle: boolean; after: Prisma.Sql | null } {
  if (cursor === undefined) return { inTitle: true, after: null };
  const [order, place, text = "", uid = ""] = readCursor(cursor);
  if (order !== "relevance") throw foreignCursor();
  return { inTitle: place === "0", after: listOrders.title.after([text, uid, ""]) };
}

function foreignCursor(): AppError {
  return new AppError("INVALID_INPUT", "This cursor is not one of ours. Begin again without it.");
}

function readCursor(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.every((part) => typeof part === "string")) return parts;
  } catch {
    // Falls through: every broken cursor gets the same answer.
  }
  return [];
}
