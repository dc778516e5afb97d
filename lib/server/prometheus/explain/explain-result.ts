import type { Finding } from "@/lib/shared/promql/explain/explanation";
import type { ExpressionNode } from "@/lib/shared/promql/explain/expression-tree";
import { explainScalar } from "./explain-scalar";
import type { Explaining } from "./explaining";

/**
 * Of a whole expression that gives no series: windows cannot be drawn over a range, and numbers are asked for as they are;
 * null when there is something to see.
 *
 * @throws GatewayError what Prometheus has against it.
 */
export async function explainResult(root: ExpressionNode, question: Explaining): Promise<Finding | null> {
  if (root.gives === "vector") return null;
  return root.gives === "range" ? explainBareWindow(root, question) : explainNumber(root, question);
}

function explainBareWindow({ text, window, kind }: ExpressionNode, { grid }: Explaining): Finding | null {
  if (grid.startSeconds === grid.endSeconds) return null;
  const message = `\`${text}\` gives all samples of a window, and here each time needs one value. Put a function around it, \`rate(...)\` or \`avg_over_time(...)\` say, or leave out [${window}].`;
  return {
    reason: "bad_data",
    message,
    fix: kind === "matrix" ? { kind: "replace", from: `[${window}]`, to: "" } : null,
  };
}

async function explainNumber(root: ExpressionNode, question: Explaining): Promise<Finding | null> {
  const [line] = await question.source.matrix(question.expr, question.grid);
  if (line?.points.some(([, value]) => !Number.isNaN(value))) return null;
  return (
    (await explainScalar(root, question)) ?? {
      reason: "expression_empties_itself",
      message: `\`${root.text}\` is NaN throughout.`,
    }
  );
}
