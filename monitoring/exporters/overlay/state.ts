import { z } from "zod";

const Labels = z.record(z.string(), z.string());

const Effect = z.discriminatedUnion("kind", [
  /** Gauges that carry the labels take, or gain, a value that goes from `start` to `end`. */
  z.object({
    kind: z.enum(["set", "add"]),
    metric: z.string(),
    labels: Labels,
    start: z.number(),
    end: z.number(),
  }),
  /** A gauge series that the model does not have. */
  z.object({
    kind: z.literal("point"),
    metric: z.string(),
    labels: Labels,
    start: z.number(),
    end: z.number(),
  }),
  /** Counters and histograms that carry the labels stand still. */
  z.object({ kind: z.literal("freeze"), metric: z.string(), labels: Labels }),
  /** One counter grows by `amount` in all. */
  z.object({
    kind: z.literal("count"),
    metric: z.string(),
    labels: Labels,
    amount: z.number().nonnegative(),
    fractional: z.boolean().optional(),
  }),
  /** One histogram sees `amount` observations of the same value. */
  z.object({
    kind: z.literal("observe"),
    metric: z.string(),
    labels: Labels,
    amount: z.number().nonnegative(),
    value: z.number(),
  }),
]);
export type Effect = z.infer<typeof Effect>;

const Activity = z.object({
  /** The fault's name; none for load. */
  fault: z.string().optional(),
  /** Unix seconds, as all times here. */
  from: z.number(),
  until: z.number(),
  clearedAt: z.number().optional(),
  effects: z.array(Effect),
});
export type Activity = z.infer<typeof Activity>;

/** What load and faults did to one system: what is going on, and what past activities left in the counters. */
export const SystemState = z.object({
  activities: z.array(Activity),
  settled: z.record(z.string(), z.array(z.number())),
});
export type SystemState = z.infer<typeof SystemState>;

export function emptyState(): SystemState {
  return { activities: [], settled: {} };
}

export function endOf(activity: Activity): number {
  return Math.min(activity.until, activity.clearedAt ?? activity.until);
}

export function isActive(activity: Activity, at: number): boolean {
  return at >= activity.from && at < endOf(activity);
}

/** How much of the activity is done: 0 at its start, 1 at the end that was planned for it. */
export function progressOf(activity: Activity, at: number): number {
  const done = (Math.min(at, endOf(activity)) - activity.from) / (activity.until - activity.from);
  return Math.min(1, Math.max(0, done));
}
