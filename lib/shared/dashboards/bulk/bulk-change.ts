import { z } from "zod";

const Metric = z
  .string()
  .trim()
  .max(300)
  .regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, {
    error: "A metric name has letters, digits, _ and :, and starts with no digit.",
  });
const Label = z
  .string()
  .trim()
  .max(200)
  .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, {
    error: "A label name has letters, digits and _, and starts with no digit.",
  })
  .refine((name) => !name.startsWith("__"), {
    error: "Names that start with two underscores belong to Prometheus.",
  });
const Tag = z.string().trim().min(1, { error: "Name the tag." }).max(100);
const Reference = z.string().trim().max(200);

/** Which panels a change is about; all that are left out fit any. */
export const PanelFilter = z.object({
  title: z.string().trim().max(200).optional().describe("A part of the title."),
  type: z.string().trim().max(100).optional().describe("The type, as stored."),
  metric: z.string().trim().max(300).optional().describe("A metric that one of its queries names."),
  unit: z.string().trim().max(100).optional().describe("The unit that it has; empty: none."),
});
export type PanelFilter = z.infer<typeof PanelFilter>;

export const BulkChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("renameMetric"),
    from: Metric,
    to: Metric,
    family: z.boolean().default(false).describe("Also _bucket, _sum, _count, _total and _created."),
  }),
  z.object({ kind: z.literal("renameLabel"), from: Label, to: Label }),
  z.object({
    kind: z.literal("replaceDatasource"),
    from: Reference.describe("A uid, a name or `${VARIABLE}`; empty is the default."),
    to: Reference.min(1, { error: "Choose the datasource to ask instead." }),
  }),
  z.object({ kind: z.literal("setUnit"), unit: z.string().trim().max(100), where: PanelFilter.default({}) }),
  z.object({
    kind: z.literal("setDecimals"),
    decimals: z.number().int().min(0).max(10),
    where: PanelFilter.default({}),
  }),
  z.object({
    kind: z.literal("setDescription"),
    description: z.string().trim().min(1, { error: "Write what the panels tell." }).max(2_000),
    where: PanelFilter.default({}),
  }),
  z.object({
    kind: z.literal("setRefresh"),
    refresh: z
      .string()
      .trim()
      .regex(/^$|^\d+[smhd]$/, { error: "Write an interval such as 30s or 1m; empty is off." }),
  }),
  z.object({ kind: z.literal("addTag"), tag: Tag }),
  z.object({ kind: z.literal("removeTag"), tag: Tag }),
]);
export type BulkChange = z.infer<typeof BulkChange>;
