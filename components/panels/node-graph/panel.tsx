"use client";

import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { useMarkPin } from "@/components/panels/use-mark-pin";
import type { GraphNode } from "@/lib/shared/panels/node-graph/graph-rows";
import { type NodeGraphModel, prepareNodeGraph } from "@/lib/shared/panels/node-graph/prepare";
import { EdgeLines } from "./graph-edges";
import { graphLayout } from "./graph-layout";
import { NodeButton } from "./graph-node";
import classes from "./node-graph.module.css";
import { useView } from "./use-view";

const aroundFocus = 70;

export function NodeGraphPanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareNodeGraph(panel, data, context), [panel, data, context]);
  // A refresh with the same nodes and edges leaves everything where it is.
  const shape = JSON.stringify([model.nodes.map(({ id }) => id), model.edges.map(edgeEnds)]);
  const layout = useMemo(() => graphLayout(shapeOf(shape)), [shape]);
  const { frame, view, isFitted, larger, smaller, fit, reveal } = useView(layout, { width, height });
  const [looked, setLooked] = useState<string | null>(null);
  const { pin, tooltip } = useMarkPin();
  const near = useMemo(() => neighbours(model, looked), [model, looked]);
  if (model.nodes.length === 0) return <p className={classes.note}>{model.note}</p>;
  return (
    <div ref={frame} className={classes.frame} style={{ width, height }}>
      <div
        className={classes.drawing}
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      >
        <EdgeLines edges={model.edges} layout={layout} looked={looked} />
        {model.nodes.map((node) => {
          const place = layout.places.get(node.id) ?? { x: 0, y: 0 };
          return (
            <NodeButton
              key={node.id}
              node={node}
              place={place}
              dimmed={looked !== null && !near.has(node.id)}
              onPress={(at) => pin(at, pinned(node))}
              onLook={(looking) => setLooked(looking ? node.id : null)}
              onReach={() => reveal(place, aroundFocus)}
            />
          );
        })}
      </div>
      <div className={classes.tools}>
        <button type="button" aria-label="Zoom in" title="Zoom in (Ctrl and wheel)" onClick={larger}>
          <IconPlus size={15} aria-hidden />
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out (Ctrl and wheel)" onClick={smaller}>
          <IconMinus size={15} aria-hidden />
        </button>
        <button type="button" aria-label="Show all" title="Show all" disabled={isFitted} onClick={fit}>
          <IconFocusCentered size={15} aria-hidden />
        </button>
      </div>
      {model.note ? <p className={classes.note}>{model.note}</p> : null}
      {tooltip}
    </div>
  );
}

type Ends = { id: string; source: string; target: string };

function edgeEnds({ id, source, target }: Ends) {
  return [id, source, target];
}

function shapeOf(text: string): { nodes: { id: string }[]; edges: Ends[] } {
  const [nodes, edges] = JSON.parse(text) as [string[], [string, string, string][]];
  return {
    nodes: nodes.map((id) => ({ id })),
    edges: edges.map(([id, source, target]) => ({ id, source, target })),
  };
}

function neighbours({ edges }: NodeGraphModel, looked: string | null): Set<string> {
  const ends = edges.filter(({ source, target }) => source === looked || target === looked);
  return new Set([looked ?? "", ...ends.flatMap(({ source, target }) => [source, target])]);
}

/** All that is known of a node. */
function pinned({ title, subtitle, mainStat, secondaryStat, arcs, details, links, color }: GraphNode) {
  const told = [
    { name: subtitle, value: [mainStat, secondaryStat].filter(Boolean).join(" · ") },
    ...arcs.map((arc) => ({ ...arc, value: `${Math.round(arc.share * 1000) / 10}%` })),
    ...details,
  ].filter(({ name, value }) => name !== "" || value !== "");
  const rows = told.map((row) => ({ color: null, ...row }));
  const shown = rows.length > 0 ? rows : [{ color, name: title, value: "" }];
  return { content: { title, rows: shown, more: 0 }, series: { name: title, labels: {}, links } };
}
