import type { ExplainFix, Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, metricOfNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import type { NodeCounts } from "./count-nodes";
import type { Explaining } from "./explaining";

const classic = new Set(["histogram_quantile", "histogram_fraction", "histogram_quantiles"]);

/** A classic histogram is read by its label `le`; without it these functions give nothing. */
export async function explainHistogram(
  node: ExpressionNode,
  counts: NodeCounts,
  { source, grid }: Explaining,
): Promise<Finding | null> {
  const argument = node.children.find(({ gives }) => gives === "vector");
  if (!argument) return null;
  const leaf = nodesOf(argument).find(({ kind }) => kind === "selector");
  if (!leaf) return null;
  const at = counts.get(argument.id)?.times.at(-1) ?? grid.endSeconds;
  const [given, stored] = await Promise.all([
    source.vector(`topk(1, ${argument.text})`, at),
    source.series(leaf.text.replace(leaf.shift, "").trim(), 1),
  ]);
  const metric = metricOfNode(leaf) ?? leaf.text;
  if (!classic.has(node.word)) {
    const message = `${node.word}() reads native histograms, and \`${metric}\` is none. For buckets use histogram_quantile().`;
    return { reason: "histogram_labels", message };
  }
  if (given.some(({ labels }) => "le" in labels)) return null;
  if (stored.some((labels) => "le" in labels)) {
    const lost = nodesOf(argument).find(({ kind }) => kind === "aggregate");
    const fix = lost ? keepLe(lost) : null;
    return {
      reason: "histogram_labels",
      message: `${node.word}() needs the label \`le\`, and ${lost ? `${lost.word}(...)` : "the expression"} drops it. Write \`sum by (le, ...)\`.`,
      fix,
    };
  }
  return notBuckets(node.word, metric, source);
}

/** The aggregation, grouped by `le` besides. */
function keepLe({ word, modifier, seam }: ExpressionNode): ExplainFix | null {
  const label = "Keep the label le";
  if (/^by\b/i.test(modifier)) {
    const to = modifier.replace(/\(\s*/, /\(\s*\)/.test(modifier) ? "(le" : "(le, ");
    return { kind: "replace", from: modifier, to, label };
  }
  if (modifier !== "" || !seam) return null;
  const [from, to] = [`${seam.between}${seam.start}`, `${word} by (le) (${seam.start}`];
  return { kind: "replace", from, to, label };
}

async function notBuckets(word: string, metric: string, source: Explaining["source"]): Promise<Finding> {
  const bucket = `${metric.replace(/_(sum|count|total)$/, "")}_bucket`;
  const known = await source.names({ label: "__name__" }, `{__name__=${JSON.stringify(bucket)}}`, 1);
  return {
    reason: "histogram_labels",
    message: `${word}() reads the buckets of a histogram, and \`${metric}\` has no label \`le\`.${known.length > 0 ? ` Use \`${bucket}\`.` : ""}`,
    suggestions: known,
    fix: known.length > 0 ? { kind: "replace", from: metric, to: bucket } : null,
  };
}
