import type { ExplainedNode } from "@/lib/shared/promql/explain/explanation";
import classes from "./explain.module.css";

/** The nodes of an expression with the series that each has; where the result gets lost is marked. */
export function ExplanationTree({ tree }: { tree: readonly ExplainedNode[] }) {
  return (
    <ol className={classes.tree} aria-label="Parts of the expression">
      {tree.map((node) => (
        <li key={node.id} data-culprit={node.culprit || undefined} data-series={node.series ?? undefined}>
          <span className={classes.count}>{countText(node)}</span>
          <code title={node.text} style={{ paddingLeft: node.depth * 14 }}>
            {node.text}
          </code>
          {node.culprit ? <span className={classes.here}>lost here</span> : null}
        </li>
      ))}
    </ol>
  );
}

function countText({ series }: ExplainedNode): string {
  if (series === null) return "not counted";
  return `${series.toLocaleString("en")} series`;
}
