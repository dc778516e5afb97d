import { type ExpressionNode, metricOfNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import type { ExplainSource } from "./explain-source";
import { metricTypeOf } from "./metric-type-of";

const forCounters = new Set(["rate", "irate", "increase"]);
const forGauges = new Set(["delta", "idelta", "deriv", "predict_linear"]);
const mostAsked = 3;

/** The first function of the expression that is made for another type of metric, in a sentence; null when all fit. */
export async function findMisuse(
  root: ExpressionNode,
  { source }: { source: Pick<ExplainSource, "metricType"> },
): Promise<string | null> {
  const calls = nodesOf(root).filter(({ word }) => forCounters.has(word) || forGauges.has(word));
  for (const call of calls.slice(0, mostAsked)) {
    const matrix = call.children.find(({ kind }) => kind === "matrix");
    const metric = matrix ? metricOfNode(matrix) : null;
    if (metric === null) continue;
    const type = await metricTypeOf(metric, source);
    if (type === "gauge" && forCounters.has(call.word)) {
      return `\`${metric}\` is a gauge, and ${call.word}() is made for counters: it takes each fall for a reset. Use deriv() or delta().`;
    }
    if (type === "counter" && forGauges.has(call.word)) {
      return `\`${metric}\` is a counter, and ${call.word}() is made for gauges: it takes each reset for a fall. Use rate() or increase().`;
    }
  }
  return null;
}
