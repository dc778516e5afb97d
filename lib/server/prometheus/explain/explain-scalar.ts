import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import type { ExplainSource } from "./explain-source";
import type { Explaining } from "./explaining";

/** NaN that comes from scalar() over several series; null where it does not. */
export async function explainScalar(
  measured: ExpressionNode,
  { source, grid }: Pick<Explaining, "grid"> & { source: Pick<ExplainSource, "vector"> },
): Promise<Finding | null> {
  const call = nodesOf(measured).find(({ word, kind }) => kind === "function" && word === "scalar");
  const [inner] = call?.children ?? [];
  if (!inner) return null;
  const [counted] = await source.vector(`count(${inner.text})`, grid.endSeconds);
  const count = counted?.value ?? 0;
  if (count === 1) return null;
  const message = `scalar() takes exactly one series and gives NaN for ${count === 0 ? "none" : count}. Aggregate first: \`scalar(sum(...))\`.`;
  return { reason: "comparison_filter", message };
}
