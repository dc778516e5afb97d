import { z } from "zod";
import type { Exemplar, Frame } from "./frame";
import { MomentMs } from "./moment-ms";
import { StoredReference } from "./stored-reference";

const VariableValue = z.union([z.string(), z.array(z.string())]);

const PanelRequest = z.object({
  panelId: z.number().int(),
  /** Which repetition of the panel is meant; echoed back. */
  key: z.string().max(200).optional(),
  maxDataPoints: z.number().int().min(1).max(11_000),
  /** The panel as drafted, instead of the stored one (edit mode). */
  panel: z.record(z.string(), z.unknown()).optional(),
  /** Values that hold for this panel only (repeat). */
  scopedVariables: z.record(z.string(), VariableValue).optional(),
});

/** Body of POST /api/v1/tenants/{tenant}/panels/query; the answer is a stream of PanelBatchLine, one JSON a line. */
export const PanelBatchRequest = z.object({
  dashboardUid: StoredReference.optional(),
  fromMs: MomentMs,
  toMs: MomentMs,
  absolute: z
    .boolean()
    .optional()
    .describe(
      "The range was chosen by its ends: it also holds for panels with a relative time of their own.",
    ),
  /** Current values by variable name; `$__all` stands for All. Datasource variables carry the datasource's uid. */
  variables: z.record(z.string(), VariableValue).default({}),
  /** The page's zone, for panels whose own range begins with a day or week: `utc` or an IANA name. */
  timeZone: z.string().max(64).optional(),
  panels: z.array(PanelRequest).min(1).max(600),
});
export type PanelBatchRequest = z.infer<typeof PanelBatchRequest>;

export interface TargetData {
  type: "data";
  panelId: number;
  key?: string;
  refId: string;
  frame: Frame;
  /** The expression after interpolation, before the tenant's matchers. */
  expr: string;
  /** How long the answer took, and which datasource gave it. */
  stats?: { durationMs: number; datasource: string };
  exemplars?: Exemplar[];
  warnings?: string[];
}

export interface TargetError {
  type: "error";
  panelId: number;
  key?: string;
  refId: string;
  expr?: string;
  /** Prometheus' error types, and `unreachable` when the upstream does not answer. */
  errorType:
    | "bad_data"
    | "execution"
    | "timeout"
    | "canceled"
    | "unavailable"
    | "unreachable"
    | "too_many_requests"
    | "not_found"
    | "internal";
  message: string;
}

/** `panelDone` closes a panel (also one without targets); `done` closes the stream. */
export type PanelBatchLine =
  | TargetData
  | TargetError
  | { type: "panelDone"; panelId: number; key?: string }
  | { type: "done" };
