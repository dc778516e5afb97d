import { z } from "zod";

export const FieldChange = z.object({
  /** In words: `query A`, `unit`, `variable job › query`. */
  path: z.string(),
  /** As text, cut when long; null where the field is not there. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

export const PanelChange = z.object({
  panelId: z.number().nullable(),
  title: z.string(),
  /** Left out where it is a panel. */
  isRow: z.boolean().optional(),
  change: z.enum(["added", "removed", "changed", "moved"]),
  fields: z.array(FieldChange),
});
export type PanelChange = z.infer<typeof PanelChange>;

export const DashboardDiff = z.object({
  /** Of the dashboard itself: title, tags, time, variables, folder. */
  settings: z.array(FieldChange),
  panels: z.array(PanelChange),
  /** Changes that are not listed because there are too many. */
  omitted: z.number(),
});
export type DashboardDiff = z.infer<typeof DashboardDiff>;

export const emptyDiff: DashboardDiff = { settings: [], panels: [], omitted: 0 };
