import { z } from "zod";
import { DashboardDiff } from "./dashboard-diff";

export const planActions = ["create", "update", "no-change", "drifted", "conflict", "refused"] as const;
export const PlanAction = z.enum(planActions);
export type PlanAction = z.infer<typeof PlanAction>;

const Uid = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "A uid has 1 to 40 of A-Z a-z 0-9 _ -.");

export const PlanRequest = z.object({
  /** Id of a Grafana target. */
  target: z.string().min(1),
  dashboards: z
    .array(Uid)
    .min(1, "Choose at least one dashboard.")
    .max(500, "Choose at most 500 dashboards.")
    .transform((uids) => [...new Set(uids)]),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

export const PlanItem = z.object({
  uid: z.string(),
  title: z.string(),
  action: PlanAction,
  /** Why, for actions that need a word. */
  reason: z.string().optional(),
  /** Whether a person may decide to overwrite what is there. */
  resolvable: z.boolean(),
  /** It stands there as it would be pushed, and applying only records that it is ours. */
  adopts: z.boolean(),
  /** From what stands in Grafana to what would stand there. */
  diff: DashboardDiff,
  /** Version here that was looked at. */
  dashboardVersion: z.number(),
  /** Version there that was looked at; null where there is none. */
  grafanaVersion: z.number().nullable(),
  folder: z.object({ title: z.string().nullable(), willBeMade: z.boolean() }),
  /** Page in Grafana, where there is one. */
  url: z.string().nullable(),
});
export type PlanItem = z.infer<typeof PlanItem>;

export const resultStates = ["waiting", "written", "unchanged", "skipped", "failed"] as const;
export const ItemResult = z.object({
  uid: z.string(),
  title: z.string(),
  state: z.enum(resultStates),
  message: z.string().optional(),
  grafanaVersion: z.number().nullable(),
  url: z.string().nullable(),
});
export type ItemResult = z.infer<typeof ItemResult>;

export const ApplyResult = z.object({
  state: z.enum(["applying", "done"]),
  total: z.number(),
  finished: z.number(),
  items: z.array(ItemResult),
});
export type ApplyResult = z.infer<typeof ApplyResult>;

export const PublishPlan = z.object({
  id: z.string(),
  target: z.object({ id: z.string(), name: z.string(), url: z.string() }),
  createdAt: z.string(),
  createdBy: z.string(),
  items: z.array(PlanItem),
  /** Null until somebody applies it. */
  result: ApplyResult.nullable(),
  appliedAt: z.string().nullable(),
  appliedBy: z.string().nullable(),
});
export type PublishPlan = z.infer<typeof PublishPlan>;

export const ApplyRequest = z.object({
  plan: z.string().min(1),
  resolve: z.record(Uid, z.enum(["overwrite", "skip"])).default({}),
});
export type ApplyRequest = z.infer<typeof ApplyRequest>;
