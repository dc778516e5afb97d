import { z } from "zod";
import { Uid } from "@/lib/shared/dashboards/dashboard";
import type { DashboardDiff } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { BulkChange } from "./bulk-change";

export const mostDashboards = 1_000;

const many = { error: `At most ${mostDashboards} dashboards at once.` };

export const BulkEditPreviewRequest = z.object({
  change: BulkChange,
  dashboards: z
    .array(Uid)
    .max(mostDashboards, many)
    .optional()
    .describe("Their uids; left out: all of the tenant."),
});

export const BulkEditPreviewItem = z.object({
  uid: z.string(),
  title: z.string(),
  /** To be named when the change is applied. */
  version: z.number().int(),
  diff: z
    .custom<DashboardDiff>((value) => typeof value === "object")
    .meta({ type: "object", description: "What changes, by panel, variable and setting." }),
  notes: z.array(z.string()).describe("Places that seem to be meant and are left as they are, and why."),
});
export type BulkEditPreviewItem = z.infer<typeof BulkEditPreviewItem>;

export const BulkEditPreview = z.object({
  changed: z.array(BulkEditPreviewItem),
  /** Nothing changes in them, but something is noted. */
  noted: z.array(BulkEditPreviewItem.omit({ diff: true })),
  unchanged: z.number().int(),
});
export type BulkEditPreview = z.infer<typeof BulkEditPreview>;

export const NewBulkEdit = z.object({
  change: BulkChange,
  dashboards: z
    .array(z.object({ uid: Uid, version: z.number().int().min(1) }))
    .min(1, { error: "Name at least one dashboard." })
    .max(mostDashboards, many)
    .describe("With the versions that the preview was made of."),
});

export const BulkEdit = z.object({
  id: z.string(),
  change: BulkChange,
  dashboards: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
});
export type BulkEdit = z.infer<typeof BulkEdit>;

/** `details` of the CONFLICT when dashboards were saved after the preview; nothing was changed. */
export const StaleDashboards = z.object({
  reason: z.literal("stale-versions"),
  dashboards: z.array(z.object({ uid: z.string(), title: z.string(), version: z.number().int() })),
});

export const UndoneBulkEdit = z.object({
  undone: z.number().int(),
  /** Saved by somebody afterwards, in other places: undone beside what they changed. */
  merged: z.array(z.object({ uid: z.string(), title: z.string() })),
  kept: z.array(z.object({ uid: z.string(), title: z.string(), reason: z.string() })),
  missing: z.number().int().describe("Deleted since, or closed to the role."),
});
export type UndoneBulkEdit = z.infer<typeof UndoneBulkEdit>;
