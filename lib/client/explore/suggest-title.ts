import { expressionTree, metricOfNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";

/** What a panel of these queries could be called: by the first metric; empty where there is none. */
export function suggestTitle(exprs: readonly string[]): string {
  for (const expr of exprs) {
    const metric = metricIn(expr);
    if (metric) return wordsOf(metric);
  }
  return "";
}

function metricIn(expr: string): string | null {
  try {
    const found = nodesOf(expressionTree(expr)).map(metricOfNode);
    return found.find((metric) => metric !== null) ?? null;
  } catch {
    return null;
  }
}

const endings = /(?:_(?:total|bucket|count|sum|info))+$/;

function wordsOf(metric: string): string {
  const words = metric.replace(endings, "").split(/[_:]+/).filter(Boolean).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
