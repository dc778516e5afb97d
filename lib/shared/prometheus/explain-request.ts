import { z } from "zod";
import { MomentMs } from "./moment-ms";
import { PanelBatchRequest } from "./panel-batch";

/** Why an expression gives nothing in a range. */
export const ExplainRequest = z.object({
  expr: z.string().min(1),
  fromMs: MomentMs,
  toMs: MomentMs,
  stepSeconds: z.number().positive().optional().describe("Without it the range is looked at on 240 points."),
  instant: z.boolean().default(false).describe("Asked at toMs alone."),
});

/** Why a query of a panel gives nothing: asked as for its data, of one panel alone. */
export const ExplainPanelRequest = PanelBatchRequest.extend({
  panels: PanelBatchRequest.shape.panels.length(1),
  refId: z.string().max(20).optional().describe("The query to explain; the first one without it."),
});
export type ExplainPanelRequest = z.infer<typeof ExplainPanelRequest>;
