import { z } from "zod";
import { DashboardSummary, Tag, Title, Uid } from "./dashboard";
import { mostAtOnce } from "./library-limits";
import { sortOrders } from "./sort-orders";

const atMost = { error: `At most ${mostAtOnce} dashboards at once.` };
const Uids = z.array(Uid).min(1, { error: "Name at least one dashboard." }).max(mostAtOnce, atMost);

export const DashboardFilter = z.object({
  query: z.string().trim().max(200).optional(),
  tag: z.array(z.string().max(100)).max(20).optional().describe("All of them."),
  folder: z
    .union([Uid, z.literal("")])
    .optional()
    .describe("A folder's uid; empty is the top level."),
  within: Uid.optional().describe("A folder's uid: it and all folders below."),
  starred: z.boolean().optional(),
  seen: z.boolean().optional().describe("Only those that the person has opened."),
  sort: z.enum(sortOrders).optional(),
  limit: z.number().int().min(1).max(500).default(100),
  cursor: z.string().max(1_000).optional(),
});
export type DashboardFilter = z.infer<typeof DashboardFilter>;

/** Where a search has found its words. */
export const SearchMatch = z.object({
  kind: z.enum(["tag", "panel", "metric", "expression"]),
  /** The tag, the panel's title or the metric; empty for an expression. */
  text: z.string(),
  panelId: z.number().optional(),
});
export type SearchMatch = z.infer<typeof SearchMatch>;

export const FoundDashboard = DashboardSummary.extend({
  /** With a query: what besides the title it was found by. */
  matches: z.array(SearchMatch).optional(),
});
export type FoundDashboard = z.infer<typeof FoundDashboard>;

export const TagCount = z.object({ tag: z.string(), dashboards: z.number().int() });
export type TagCount = z.infer<typeof TagCount>;

export const TrashedDashboard = z.object({
  uid: z.string(),
  title: z.string(),
  folderTitle: z.string().nullable(),
  editedFrom: DashboardSummary.shape.editedFrom,
  version: z.number().int(),
  deletedAt: z.string(),
  deletedBy: z.string(),
  /** When it goes for good. */
  keptUntil: z.string(),
});
export type TrashedDashboard = z.infer<typeof TrashedDashboard>;

export const ChosenDashboards = z.object({ uids: Uids });

export const RestoredThings = z
  .object({
    uids: z.array(Uid).max(mostAtOnce, atMost).default([]),
    folders: z.array(Uid).max(500).default([]).describe("Folders in the trash, the highest first."),
  })
  .refine(({ uids, folders }) => uids.length + folders.length > 0, {
    error: "Name at least one dashboard or folder.",
  });

export const MovedDashboards = z.object({
  moves: z
    .array(z.object({ uid: Uid, folderUid: Uid.nullable() }))
    .min(1)
    .max(mostAtOnce, atMost),
});

export const TaggedDashboards = z.object({
  changes: z
    .array(
      z.object({ uid: Uid, add: z.array(Tag).max(50).default([]), remove: z.array(Tag).max(50).default([]) }),
    )
    .min(1)
    .max(mostAtOnce, atMost),
});
/** What really changed, dashboard by dashboard: turned round it is the way back. */
export const TagChanges = z.object({
  changes: z.array(z.object({ uid: z.string(), add: z.array(z.string()), remove: z.array(z.string()) })),
});
export type TagChanges = z.infer<typeof TagChanges>;

export const StarredDashboards = z.object({ uids: Uids, starred: z.boolean() });

export const DuplicatedDashboard = z.object({
  title: Title.optional(),
  folderUid: Uid.nullable().optional(),
});

/** How many of the chosen changed; what was so already is not counted. */
export const ChangedCount = z.object({ changed: z.number().int() });
export type ChangedCount = z.infer<typeof ChangedCount>;
