import { z } from "zod";
import { DashboardDiff } from "./dashboard-diff";

/** One dashboard that one apply wrote or tried to. */
export const HistoryItem = z.object({
  plan: z.string(),
  uid: z.string(),
  title: z.string(),
  target: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(["waiting", "written", "unchanged", "skipped", "failed"]),
  message: z.string().optional(),
  grafanaVersion: z.number().nullable(),
  url: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

export const driftStates = ["in-sync", "changed", "deleted", "unknown"] as const;

export const Drift = z.object({
  state: z.enum(driftStates),
  /** Who last saved it in Grafana, when it was not us. */
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
  grafanaVersion: z.number().nullable(),
  /** From what we published to what stands there. */
  diff: DashboardDiff,
  message: z.string().optional(),
});
export type Drift = z.infer<typeof Drift>;

/** What we last wrote of a dashboard to a target, and what has become of it. */
export const Publication = z.object({
  uid: z.string(),
  title: z.string().nullable(),
  target: z.object({ id: z.string(), name: z.string() }),
  dashboardVersion: z.number(),
  /** Versions that were saved here since. */
  versionsBehind: z.number().nullable(),
  grafanaVersion: z.number(),
  url: z.string().nullable(),
  publishedBy: z.string(),
  publishedAt: z.string(),
  checkedAt: z.string().nullable(),
  drift: Drift.nullable(),
});
export type Publication = z.infer<typeof Publication>;

/** Names one publication. */
export const PublicationKey = z.object({ target: z.uuid(), dashboard: z.string().min(1).max(40) });
export type PublicationKey = z.infer<typeof PublicationKey>;

/** `prefer` decides where both sides changed the same value; without it such a pull changes nothing and tells them. */
export const PullRequest = PublicationKey.extend({ prefer: z.enum(["here", "grafana"]).optional() });
export type PullRequest = z.infer<typeof PullRequest>;

export const PullResult = z.object({
  state: z.enum(["pulled", "nothing-new", "conflicts"]),
  /** Version here after the pull. */
  version: z.number(),
  /** What the pull changes, or would change, here. */
  diff: DashboardDiff,
  conflicts: z.array(
    z.object({ path: z.string(), here: z.string().nullable(), grafana: z.string().nullable() }),
  ),
});
export type PullResult = z.infer<typeof PullResult>;
