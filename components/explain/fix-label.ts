import type { ExplainFix } from "@/lib/shared/promql/explain/explanation";

/** What a button does that changes a query. */
export function fixLabel({ label, to }: Extract<ExplainFix, { kind: "replace" }>): string {
  return label ?? `Use ${to.replace(/^\[(.*)\]$/, "$1")}`;
}
