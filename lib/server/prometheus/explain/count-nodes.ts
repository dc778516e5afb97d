import { GatewayError } from "@/lib/server/prometheus/gateway-error";
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

const mostNodes = 40;
const mostText = 12_000;

/**
 * How many series each node of the expression has over the range, asked in one query. When Prometheus cannot run
 * that, the nodes are asked alone: the root's error is thrown, another's node is left out.
 */
export async function countNodes(
  root: ExpressionNode,
  grid: RangeGrid,
  source: ExplainSource,
): Promise<NodeCounts> {
  const asked = countable(root, source.limitedTo.length);
  if (asked.length === 0) return new Map();
  try {
    return await countTogether(asked, grid, source);
  } catch (error) {
    if (!isExecution(error) || asked.length === 1) throw error;
    const alone = await Promise.all(asked.map((node) => countAlone(node, root, grid, source)));
    return new Map(alone.flatMap((counts) => [...counts]));
  }
}

async function countTogether(
  nodes: readonly ExpressionNode[],
  grid: RangeGrid,
  source: ExplainSource,
): Promise<NodeCounts> {
  const query = nodes
    .map((node) => `label_replace(${countOf(node)}, "node", "${node.id}", "", "")`)
    .join(" or ");
  const counts = new Map(nodes.map(({ id }): [number, NodeCount] => [id, { series: 0, times: [] }]));
  for (const { labels, points } of await source.matrix(query, grid)) {
    counts.set(Number(labels.node), {
      series: points.reduce((most, [, value]) => Math.max(most, value), 0),
      times: points.map(([at]) => at),
    });
  }
  return counts;
}

async function countAlone(
  node: ExpressionNode,
  root: ExpressionNode,
  grid: RangeGrid,
  source: ExplainSource,
): Promise<NodeCounts> {
  try {
    return await countTogether([node], grid, source);
  } catch (error) {
    if (node === root || !isExecution(error)) throw error;
    return new Map();
  }
}

function isExecution(error: unknown): boolean {
  return error instanceof GatewayError && error.errorType === "execution";
}

/** The root, then the shortest: what is left out follows from its parts. Within what one query may have, matchers put in. */
function countable(root: ExpressionNode, matchersLength: number): ExpressionNode[] {
  const inner = nodesOf(root)
    .slice(1)
    .toSorted((a, b) => a.text.length - b.text.length);
  const nodes: ExpressionNode[] = [];
  let length = 0;
  for (const node of [root, ...inner]) {
    if (node.gives !== "vector" && node.gives !== "range") continue;
    const selectors = nodesOf(node).filter(({ kind }) => kind === "selector").length;
    length += node.text.length + 60 + selectors * (matchersLength + 2);
    if (nodes.length > 0 && (nodes.length === mostNodes || length > mostText)) break;
    nodes.push(node);
  }
  return nodes;
}

/** `last_over_time` keeps names, so that series of several metrics stay apart. */
function countOf({ gives, text }: ExpressionNode): string {
  return gives === "range" ? `count(last_over_time(${text}))` : `count(${text})`;
}
