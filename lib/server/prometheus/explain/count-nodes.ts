import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import type { ExplainSource } from "./explain-source";

export interface NodeCount {
  /** Most series at one time. */
  series: number;
  /** Times of the range (seconds) at which there are any. */
  times: number[];
}

export type NodeCounts = ReadonlyMap<number, NodeCount>;

const mostNodes = 24;
const mostText = 12_000;

/** How many series each node of the expression has over the range, asked in one query. */
export async function countNodes(
  root: ExpressionNode,
  grid: RangeGrid,
  source: ExplainSource,
): Promise<NodeCounts> {
  const asked = countable(root);
  const query = asked
    .map((node) => `label_replace(${countOf(node)}, "node", "${node.id}", "", "")`)
    .join(" or ");
  const counts = new Map(asked.map(({ id }): [number, NodeCount] => [id, { series: 0, times: [] }]));
  if (asked.length === 0) return counts;
  for (const { labels, points } of await source.matrix(query, grid)) {
    counts.set(Number(labels.node), {
      series: points.reduce((most, [, value]) => Math.max(most, value), 0),
      times: points.map(([at]) => at),
    });
  }
  return counts;
}

/** The root first, so that a very large expression is at least known as a whole. */
function countable(root: ExpressionNode): ExpressionNode[] {
  const nodes: ExpressionNode[] = [];
  let length = 0;
  for (const node of nodesOf(root)) {
    if (node.gives !== "vector" && node.gives !== "range") continue;
    length += node.text.length + 60;
    if (nodes.length === mostNodes || length > mostText) break;
    nodes.push(node);
  }
  return nodes;
}

function countOf({ gives, text }: ExpressionNode): string {
  return gives === "range" ? `count(present_over_time(${text}))` : `count(${text})`;
}
