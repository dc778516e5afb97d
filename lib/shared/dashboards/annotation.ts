import { z } from "zod";
import { Tag, Uid } from "./dashboard";

/** The end of the year 9999. */
export const latestMs = 253_402_300_799_999;

const Moment = z.number().int().min(0).max(latestMs);
const PanelId = z.number().int().min(0).max(2_147_483_647);
const Tags = z.array(Tag).max(20, { error: "An annotation has at most 20 tags." });

const Text = z
  .string({ error: "Say what happened." })
  .trim()
  .min(1, { error: "Say what happened." })
  .max(5_000, { error: "An annotation has at most 5,000 characters." });

const noDashboard = { error: "A panel is named together with its dashboard.", path: ["panelId"] };
const backwards = { error: "The end must not lie before the beginning.", path: ["toMs"] };

export const NewAnnotation = z
  .object({
    dashboardUid: Uid.optional().describe(
      "Without it the annotation is of the whole tenant, found by its tags.",
    ),
    panelId: PanelId.optional().describe("Shown on this panel alone."),
    fromMs: Moment,
    toMs: Moment.optional().describe("Of a stretch of time; a moment without it."),
    text: Text,
    tags: Tags.default([]),
  })
  .refine(({ dashboardUid, panelId }) => panelId === undefined || dashboardUid !== undefined, noDashboard)
  .refine(({ fromMs, toMs = fromMs }) => toMs >= fromMs, backwards);
export type NewAnnotation = z.input<typeof NewAnnotation>;

export const ChangedAnnotation = z.object({
  panelId: PanelId.nullable().optional(),
  fromMs: Moment.optional(),
  toMs: Moment.optional(),
  text: Text.optional(),
  tags: Tags.optional(),
});
export type ChangedAnnotation = z.infer<typeof ChangedAnnotation>;

export const AnnotationFilter = z.object({
  dashboardUid: Uid.optional(),
  fromMs: z.number({ error: "Give milliseconds since 1970." }).int().optional(),
  toMs: z.number({ error: "Give milliseconds since 1970." }).int().optional(),
  tag: z.array(z.string().max(100)).max(20).default([]),
  limit: z.number().int().min(1).max(1_000).default(100),
  cursor: z.uuid({ error: "This cursor is not one of ours. Begin again without it." }).optional(),
});

export const Annotation = z.object({
  id: z.string(),
  dashboardUid: z.string().nullable(),
  panelId: z.number().nullable(),
  fromMs: z.number(),
  toMs: z.number(),
  text: z.string(),
  tags: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;
