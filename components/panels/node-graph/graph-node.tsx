import { cutText, fitFontSize } from "@/components/panels/fit-font-size";
import type { GraphNode } from "@/lib/shared/panels/node-graph/graph-rows";
import { nameHeight, nodeRadius, nodeWidth } from "./graph-layout";
import classes from "./node-graph.module.css";

interface NodeButtonProps {
  node: GraphNode;
  place: { x: number; y: number };
  /** Another one is looked at that has nothing to do with it. */
  dimmed: boolean;
  onPress: (at: { clientX: number; clientY: number }) => void;
  onLook: (looking: boolean) => void;
  /** The focus came to it by keys. */
  onReach: () => void;
}

const ring = 4;
const round = 2 * Math.PI * nodeRadius;
const edge = ring / 2;
const leastStat = 9;
const [statRoom, nameRoom] = [nodeRadius * 2 - 8, nodeWidth - 4];

/** A circle with its numbers, its name below, and a ring of the shares that it is made of. */
export function NodeButton({ node, place, dimmed, onPress, onLook, onReach }: NodeButtonProps) {
  const height = nodeRadius * 2 + ring + nameHeight;
  return (
    <button
      type="button"
      className={classes.node}
      data-dimmed={dimmed || undefined}
      style={{ left: place.x - nodeWidth / 2, top: place.y - nodeRadius - edge }}
      aria-label={nodeLabel(node)}
      title={nodeLabel(node)}
      onClick={({ currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        onPress({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
      }}
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
      onFocus={({ currentTarget }) => {
        onLook(true);
        // What a pointer is on stays under it.
        if (currentTarget.matches(":focus-visible")) onReach();
      }}
      onBlur={() => onLook(false)}
    >
      <svg width={nodeWidth} height={height} aria-hidden>
        <g transform={`translate(${nodeWidth / 2}, ${nodeRadius + edge})`}>
          <circle className={classes.face} r={nodeRadius} />
          <Ring node={node} />
          <Stats texts={[node.mainStat, node.secondaryStat].filter(Boolean)} />
          <text className={classes.name} y={nodeRadius + 16}>
            {cutText(node.title, 12, nameRoom)}
          </text>
          <text className={classes.under} y={nodeRadius + 31}>
            {cutText(node.subtitle, 11, nameRoom)}
          </text>
        </g>
      </svg>
    </button>
  );
}

function Ring({ node: { arcs, color } }: { node: GraphNode }) {
  if (arcs.length === 0) return <circle r={nodeRadius} fill="none" stroke={color} strokeWidth={ring} />;
  const starts = arcs.map((_, index) => arcs.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  return arcs.map((arc, index) => (
    <circle
      key={arc.name}
      r={nodeRadius}
      fill="none"
      stroke={arc.color}
      strokeWidth={ring}
      strokeDasharray={`${arc.share * round} ${round}`}
      transform={`rotate(${-90 + (starts[index] ?? 0) * 360})`}
    />
  ));
}

function Stats({ texts }: { texts: string[] }) {
  return texts.map((text, index) => {
    const most = index === 0 ? 12 : 11;
    const size = fitFontSize(text, { width: statRoom, height: most * 2 }, most, { least: leastStat });
    return (
      <text
        key={index === 0 ? "main" : "second"}
        className={index === 0 ? classes.main : classes.second}
        y={(index - (texts.length - 1) / 2) * 15}
        style={{ fontSize: size }}
      >
        {cutText(text, size, statRoom)}
      </text>
    );
  });
}

function nodeLabel({ title, subtitle, mainStat, secondaryStat }: GraphNode): string {
  return [title, subtitle, mainStat, secondaryStat].filter(Boolean).join(", ");
}
