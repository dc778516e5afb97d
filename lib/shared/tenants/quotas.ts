import { z } from "zod";

export const quotaKeys = [
  "dashboards",
  "panelsPerDashboard",
  "members",
  "datasources",
  "grafanaTargets",
  "apiTokens",
  "queriesPerMinute",
  "concurrentQueries",
  "queryRangeDays",
  "seriesPerQuery",
  "megabytesPerQuery",
  "secondsPerQuery",
  "versionsKept",
  "annotationsKept",
] as const;

export type QuotaKey = (typeof quotaKeys)[number];

interface QuotaRow {
  label: string;
  default: number;
  unit: string;
  /** `count`: refused beyond it. `rate`: throttled beyond it. `query`: a larger query fails. `retention`: the oldest goes. */
  kind: "count" | "rate" | "query" | "retention";
}

export const quotas: Record<QuotaKey, QuotaRow> = {
  dashboards: { label: "Dashboards", default: 1_000, unit: "dashboards", kind: "count" },
  panelsPerDashboard: { label: "Panels per dashboard", default: 1_000, unit: "panels", kind: "count" },
  members: { label: "Members", default: 200, unit: "members", kind: "count" },
  datasources: { label: "Datasources", default: 20, unit: "datasources", kind: "count" },
  grafanaTargets: { label: "Grafana targets", default: 20, unit: "targets", kind: "count" },
  apiTokens: { label: "API tokens", default: 50, unit: "tokens", kind: "count" },
  queriesPerMinute: { label: "Queries per minute", default: 20_000, unit: "queries/min", kind: "rate" },
  concurrentQueries: { label: "Queries at a time", default: 24, unit: "queries at a time", kind: "rate" },
  queryRangeDays: { label: "Range of a query", default: 400, unit: "days", kind: "query" },
  seriesPerQuery: { label: "Series per query", default: 50_000, unit: "series", kind: "query" },
  megabytesPerQuery: { label: "Size of an answer", default: 20, unit: "MB", kind: "query" },
  secondsPerQuery: { label: "Time for a query", default: 60, unit: "s", kind: "query" },
  versionsKept: { label: "Versions kept per dashboard", default: 100, unit: "versions", kind: "retention" },
  annotationsKept: { label: "Annotations kept", default: 10_000, unit: "annotations", kind: "retention" },
};

/** From this share on a person is warned. */
export const quotaWarningShare = 0.8;

/** What one query may ask for and get back. */
export type QueryQuotaKey =
  | "concurrentQueries"
  | "queryRangeDays"
  | "seriesPerQuery"
  | "megabytesPerQuery"
  | "secondsPerQuery";

export const QuotaKeySchema = z.enum(quotaKeys);

export const QuotaLimits = z
  .partialRecord(
    QuotaKeySchema,
    z.number().int().min(0, { error: "A limit is 0 or more." }).max(1_000_000).nullable(),
  )
  .describe("New limits by key; null goes back to the default.");

/** How much of one quota a tenant has used; `used` is null where nothing is counted. */
export const QuotaUsage = z.object({
  key: QuotaKeySchema,
  label: z.string(),
  unit: z.string(),
  limit: z.number(),
  isDefault: z.boolean(),
  used: z.number().nullable(),
});
export type QuotaUsage = z.infer<typeof QuotaUsage>;
