import type { Prisma } from "@/generated/prisma/client";
import { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";
import type { BulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";

export const bulkEditFields = {
  id: true,
  change: true,
  items: true,
  createdAt: true,
  createdByName: true,
  undoneAt: true,
  undoneByName: true,
} as const;

type BulkEditRow = Prisma.BulkEditGetPayload<{ select: typeof bulkEditFields }>;

export function toBulkEdit(row: BulkEditRow): BulkEdit {
  return {
    id: row.id,
    change: BulkChange.parse(row.change),
    dashboards: Array.isArray(row.items) ? row.items.length : 0,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: row.undoneByName,
  };
}
