import { z } from "zod";
import { ApplyResult, PlanItem, type PublishPlan } from "@/lib/shared/publish/publish-plan";

/** What a plan remembers beyond what it shows, so that applying can tell whether anything has changed since. */
export const StoredItem = PlanItem.extend({
  /** Of the document as it would be pushed. */
  preparedHash: z.string(),
  /** Of the document that stood in Grafana; null where none did. */
  remoteHash: z.string().nullable(),
});
export type StoredItem = z.infer<typeof StoredItem>;

/** The result with the time of its last sign of life: an apply that died is taken up again. */
export const StoredResult = ApplyResult.extend({ beatAt: z.string() });
export type StoredResult = z.infer<typeof StoredResult>;

interface PlanRow {
  id: string;
  items: unknown;
  result: unknown;
  createdAt: Date;
  createdByName: string;
  appliedAt: Date | null;
  appliedByName: string | null;
  target: { id: string; name: string; url: string };
}

export const targetFields = { target: { select: { id: true, name: true, url: true } } } as const;

export function toPublishPlan(row: PlanRow): PublishPlan {
  return {
    id: row.id,
    target: row.target,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    items: z.array(PlanItem).parse(row.items),
    result: row.result === null ? null : ApplyResult.parse(row.result),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    appliedBy: row.appliedByName,
  };
}
