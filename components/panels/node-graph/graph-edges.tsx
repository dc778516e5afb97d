import type { GraphEdge } from "@/lib/shared/panels/node-graph/graph-rows";
import { arrowTip, curvedPath, type GraphLayout } from "./graph-layout";
import classes from "./node-graph.module.css";

interface EdgeLinesProps {
  edges: GraphEdge[];
  layout: GraphLayout;
  /** The node that is looked at: its edges come forward, all others go back. */
  looked: string | null;
}

/** Lines with tips in their direction, and what is measured of each at its middle. */
export function EdgeLines({ edges, layout, looked }: EdgeLinesProps) {
  return (
    <svg className={classes.edges} width={layout.width} height={layout.height} aria-hidden>
      {edges.map((edge) => {
        const points = layout.lines.get(edge.id) ?? [];
        const middle = middleOf(points);
        const apart = looked !== null && edge.source !== looked && edge.target !== looked;
        return (
          <g key={edge.id} data-dimmed={apart || undefined} className={classes.edge}>
            <path d={curvedPath(points)} stroke={edge.color} strokeWidth={edge.thickness} fill="none" />
            <polygon points={arrowTip(points, 7 + edge.thickness)} fill={edge.color} />
            <text x={middle.x} y={middle.y - 4} className={classes.stat}>
              {[edge.mainStat, edge.secondaryStat].filter(Boolean).join(" · ")}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function middleOf(points: readonly { x: number; y: number }[]) {
  const at = (points.length - 1) / 2;
  const [a, b] = [points[Math.floor(at)], points[Math.ceil(at)]];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: 0, y: 0 };
}
