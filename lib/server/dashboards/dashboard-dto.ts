import type { Prisma } from "@/generated/prisma/client";
import type { TenantContext } from "@/lib/server/tenants/context";
import { personOf } from "@/lib/server/tenants/person-of";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/** The columns of a summary; `stars` are those of the person who asks. */
export function summaryFields(ctx: TenantContext) {
  return {
    uid: true,
    title: true,
    tags: true,
    version: true,
    createdAt: true,
    createdByName: true,
    updatedAt: true,
    updatedByName: true,
    seenFrom: true,
    editedFrom: true,
    folder: { select: { uid: true, title: true } },
    stars: { where: { userId: personOf(ctx) }, select: { userId: true } },
  } as const;
}

type SummaryRow = Prisma.DashboardGetPayload<{ select: ReturnType<typeof summaryFields> }>;

export function toSummary(row: SummaryRow): DashboardSummary {
  return {
    uid: row.uid,
    title: row.title,
    tags: row.tags,
    folderUid: row.folder?.uid ?? null,
    folderTitle: row.folder?.title ?? null,
    starred: row.stars.length > 0,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedByName,
    seenFrom: row.seenFrom,
    editedFrom: row.editedFrom,
  };
}

/** A JSON column that only ever got objects. */
export function toDocument(column: unknown): JsonObject {
  if (!isJsonObject(column)) throw new Error("a stored document is not an object");
  return column;
}
