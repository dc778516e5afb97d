import type { Prisma } from "@/generated/prisma/client";
import { withTenant } from "@/lib/server/db";
import { likeText } from "@/lib/server/db-like";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { DashboardFilter, type DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { summaryFields, toSummary } from "./dashboard-dto";

export interface DashboardList {
  items: DashboardSummary[];
  nextCursor: string | null;
}

function encodeCursor(title: string, uid: string): string {
  return Buffer.from(JSON.stringify([title, uid])).toString("base64url");
}

function decodeCursor(cursor: string): { title: string; uid: string } {
  try {
    const [title, uid]: unknown[] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (typeof title === "string" && typeof uid === "string") return { title, uid };
  } catch {
    // Falls through to the one answer for every broken cursor.
  }
  throw new AppError("INVALID_INPUT", "This cursor is not one of ours. Begin again without it.");
}

/** A filter from the query text of a request. */
export function dashboardFilterOf(query: URLSearchParams): unknown {
  const text = (name: string) => query.get(name) ?? undefined;
  return {
    query: text("query"),
    tag: query.getAll("tag"),
    folder: text("folder"),
    starred: query.has("starred") ? query.get("starred") === "true" : undefined,
    limit: query.has("limit") ? Number(query.get("limit")) : undefined,
    cursor: text("cursor"),
  };
}

/** Dashboards by title, page by page. Documents are not loaded. */
export async function listDashboards(ctx: TenantContext, input: unknown = {}): Promise<DashboardList> {
  assertCan(ctx, "dashboard:read");
  const { query, tag, folder, starred, limit, cursor } = DashboardFilter.parse(input);
  const and: Prisma.DashboardWhereInput[] = [];
  if (query) {
    const contains = { contains: likeText(query), mode: "insensitive" as const };
    and.push({
      OR: [{ title: contains }, { uid: query }, { tags: { has: query } }, { folder: { title: contains } }],
    });
  }
  if (tag?.length) and.push({ tags: { hasEvery: tag } });
  if (folder !== undefined) and.push(folder === "" ? { folderId: null } : { folder: { uid: folder } });
  if (starred !== undefined && ctx.actor.kind === "user") {
    const own = { userId: ctx.actor.id };
    and.push(starred ? { stars: { some: own } } : { stars: { none: own } });
  }
  if (cursor) {
    const after = decodeCursor(cursor);
    and.push({ OR: [{ title: { gt: after.title } }, { title: after.title, uid: { gt: after.uid } }] });
  }
  const rows = await withTenant(ctx.tenant.id, (tx) =>
    tx.dashboard.findMany({
      where: { tenantId: ctx.tenant.id, AND: and },
      orderBy: [{ title: "asc" }, { uid: "asc" }],
      take: limit + 1,
      select: summaryFields(ctx),
    }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toSummary),
    nextCursor: rows.length > limit && last ? encodeCursor(last.title, last.uid) : null,
  };
}
