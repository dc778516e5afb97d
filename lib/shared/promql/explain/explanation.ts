import { z } from "zod";

export const emptyReasons = [
  "not_empty",
  "bad_data",
  "limit",
  "timeout",
  "unreachable",
  "unauthorized",
  "not_prometheus",
  "datasource_unknown",
  "variable_unset",
  "tenant_matcher",
  "metric_unknown",
  "label_unknown",
  "value_unknown",
  "no_such_combination",
  "target_down",
  "no_samples_in_range",
  "rate_window",
  "function_mismatch",
  "counter_reset",
  "no_match",
  "set_operator",
  "comparison_filter",
  "histogram_labels",
  "absent",
  "expression_empties_itself",
  "unknown",
] as const;

const Fix = z.discriminatedUnion("kind", [
  z
    .object({
      kind: z.literal("replace"),
      from: z.string(),
      to: z.string(),
      label: z.string().optional().describe("What the change does, where `to` alone does not tell."),
    })
    .describe("A name, value or window in the expression as written that stands for another one."),
  z.object({ kind: z.literal("time_range"), fromMs: z.number(), toMs: z.number() }),
  z.object({ kind: z.literal("datasource_url"), url: z.string() }).describe("Told to admins only."),
]);
export type ExplainFix = z.infer<typeof Fix>;

const ExplainedNode = z.object({
  /** Place in the order of reading. */
  id: z.number().int(),
  text: z.string(),
  /** What the node does: `rate`, `sum`, `/`; empty for a selector. */
  word: z.string(),
  depth: z.number().int(),
  /** Most series at one time of the range; null for what has no series of its own, or was not counted. */
  series: z.number().nullable(),
  /** Here the result gets lost. */
  culprit: z.boolean(),
});
export type ExplainedNode = z.infer<typeof ExplainedNode>;

export const EmptyExplanation = z.object({
  reason: z.enum(emptyReasons),
  message: z.string().describe("One sentence that names the cause, and the next step where one is known."),
  suggestions: z.array(z.string()).describe("Names or values to try instead, best first."),
  evidence: z.array(z.string()).describe("What was found on the way, a sentence each."),
  hints: z.array(z.string()).describe("What does not empty the result but looks wrong."),
  fix: Fix.nullable(),
  tree: z
    .array(ExplainedNode)
    .describe("The expression's nodes in the order of reading, with series counts."),
  tookMs: z.number(),
});
export type EmptyExplanation = z.infer<typeof EmptyExplanation>;
export type EmptyReason = EmptyExplanation["reason"];

/** What was found; the rest of an explanation is the same for all. */
export type Finding = Pick<EmptyExplanation, "reason" | "message"> &
  Partial<Pick<EmptyExplanation, "suggestions" | "evidence" | "hints" | "fix">>;

export function toExplanation(
  finding: Finding,
  tree: ExplainedNode[],
  tookMs: number,
  hints: string[] = [],
): EmptyExplanation {
  const { reason, message, suggestions = [], evidence = [], fix = null } = finding;
  return {
    reason,
    message,
    suggestions,
    evidence,
    hints: [...(finding.hints ?? []), ...hints],
    fix,
    tree,
    tookMs,
  };
}
