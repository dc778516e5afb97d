import { AppError } from "@/lib/shared/errors";
import type { ExplainFix } from "@/lib/shared/promql/explain/explanation";
import type { ExpressionNode } from "@/lib/shared/promql/explain/expression-tree";
import type { ExplainSource } from "./explain-source";

const setOperators = new Set(["and", "unless", "or"]);

/** A matching clause with which the two sides give something at that time, asked of Prometheus; null where none does. */
export async function findMatching(
  { children, word }: ExpressionNode,
  labels: readonly string[],
  atSeconds: number,
  source: ExplainSource,
): Promise<string | null> {
  const [left, right] = children;
  if (!left || !right) return null;
  const on = `on (${labels.join(", ")})`;
  const clauses = setOperators.has(word) ? [on] : [on, `${on} group_left`, `${on} group_right`];
  const gives = await Promise.all(
    clauses.map(async (clause) => {
      try {
        const operator = setOperators.has(word) ? word : "*";
        const query = `count((${left.text}) ${operator} ${clauseBefore("(", clause)} (${right.text}))`;
        return (await source.vector(query, atSeconds)).length > 0;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    }),
  );
  return clauses.find((_, index) => gives[index]) ?? null;
}

/** A bracket behind `group_left` would be read as its labels. */
export function clauseBefore(next: string, clause: string): string {
  return next.startsWith("(") && /group_(left|right)$/.test(clause) ? `${clause} ()` : clause;
}

/** Puts the clause in place of the one that is there, if any. */
export function matchFix({ word, seam, modifier }: ExpressionNode, clause: string): ExplainFix | null {
  if (!seam) return null;
  const bool = /^\s*\S+\s+bool\b/i.test(seam.between) ? " bool" : "";
  const from = `${modifier === "" ? seam.between : seam.between.trimStart()}${seam.start}`;
  return {
    kind: "replace",
    from,
    to: `${word}${bool} ${clauseBefore(seam.start, clause)} ${seam.start}`,
    label: `Match ${clause}`,
  };
}
