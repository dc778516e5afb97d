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
