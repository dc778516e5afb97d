import { z } from "zod";
import { MomentMs } from "./moment-ms";
import { StoredReference } from "./stored-reference";

const VariableValue = z.union([z.string(), z.array(z.string())]);

/**
 * Body of POST /api/v1/tenants/{tenant}/annotations/query: the annotations of a stored dashboard, named one by one; with
 * `drafts`, those as they are being edited.
 */
export const AnnotationRequest = z.object({
  dashboardUid: StoredReference,
  names: z.array(z.string().max(500)).min(1).max(50),
  fromMs: MomentMs,
  toMs: MomentMs,
  variables: z.record(z.string(), VariableValue).default({}),
  drafts: z
    .array(z.record(z.string(), z.json()))
    .max(50)
    .optional()
    .describe("Annotations in Grafana's form, in place of the stored ones; only for who may write queries."),
});
export type AnnotationRequest = z.infer<typeof AnnotationRequest>;

/** A moment, or with a later end a stretch of time. */
export interface AnnotationEvent {
  fromMs: number;
  toMs: number;
  title: string;
  text: string;
  tags: string[];
  /** Of one that was written down: it can be changed. */
  id?: string;
  author?: string;
  /** Shown on this panel alone. */
  panelId?: number;
}

export interface AnnotationAnswer {
  name: string;
  events: AnnotationEvent[];
  /** Why there are none, or not all. */
  problem?: string;
}
