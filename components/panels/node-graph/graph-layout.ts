import { Graph, layout } from "@dagrejs/dagre";
import { columnPlaces } from "./column-places";

interface Point {
  x: number;
  y: number;
}

export interface GraphLayout {
  width: number;
  height: number;
  /** The middle of each node's circle, by its id. */
  places: Map<string, Point>;
  /** From circle to circle, by the edge's id. */
  lines: Map<string, Point[]>;
}

interface Shape {
  nodes: readonly { id: string }[];
  edges: readonly { id: string; source: string; target: string }[];
}

export const nodeRadius = 32;
/** Below the circle: name and what stands under it. */
export const nameHeight = 36;
export const nodeWidth = 120;
const [between, along, margin] = [24, 70, 16];
/** So that the tip of an arrow touches the ring instead of lying in it. */
const ringGap = 4;
const loopHeight = 26;
/** What it orders takes it a second with 300 nodes and edges, and twenty with a thousand. */
const mostForDagre = 160;

/** Nodes from left to right in the direction of their edges; the same graph always looks the same. */
export function graphLayout({ nodes, edges }: Shape): GraphLayout {
  if (nodes.length === 0) return { width: 0, height: 0, places: new Map(), lines: new Map() };
  if (nodes.length + edges.length > mostForDagre) return inColumns({ nodes, edges });
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: between, ranksep: along, marginx: margin, marginy: margin });
  for (const { id } of nodes) graph.setNode(id, { width: nodeWidth, height: nodeRadius * 2 + nameHeight });
  const lead = edges.filter(({ source, target }) => source !== target);
  for (const { id, source, target } of lead) graph.setEdge(source, target, { points: [] }, id);
  layout(graph);
  const up = ({ x, y }: Point) => ({ x, y: y - nameHeight / 2 });
  const places = new Map(nodes.map(({ id }) => [id, up(graph.node(id) as Point)]));
  const lines = edges.map(({ id, source, target }): [string, Point[]] => {
    if (source === target) return [id, loop(places.get(source))];
    const { points } = graph.edge(source, target, id) as { points: Point[] };
    return [id, clipped(places, source, target, points.map(up).slice(1, -1))];
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, places, lines: new Map(lines) };
}

/** The same with straight lines, for as many as would keep somebody waiting. */
function inColumns({ nodes, edges }: Shape): GraphLayout {
  const [wide, high] = [nodeWidth + along, nodeRadius * 2 + nameHeight + between];
  const cells = columnPlaces({ nodes, edges });
  const places = new Map(
    [...cells].map(([id, { column, row }]) => [
      id,
      { x: margin + nodeWidth / 2 + column * wide, y: margin + nodeRadius + row * high },
    ]),
  );
  const lines = edges.map(({ id, source, target }): [string, Point[]] => [
    id,
    source === target ? loop(places.get(source)) : clipped(places, source, target, []),
  ]);
  const all = [...cells.values()];
  return {
    width: margin * 2 + wide * (Math.max(...all.map(({ column }) => column)) + 1) - along,
    height: margin * 2 + high * (Math.max(...all.map(({ row }) => row)) + 1) - between,
    places,
    lines: new Map(lines),
  };
}

/** From a circle to itself, above it at the right. */
function loop(place: Point | undefined): Point[] {
  if (!place) return [];
  const turn = (degrees: number, radius: number) => ({
    x: place.x + radius * Math.cos((degrees * Math.PI) / 180),
    y: place.y + radius * Math.sin((degrees * Math.PI) / 180),
  });
  const [near, far] = [nodeRadius + ringGap, nodeRadius + loopHeight];
  return [turn(-80, near), turn(-75, far), turn(-15, far), turn(-10, near)];
}

/** The line without what lies in its two circles. */
function clipped(places: Map<string, Point>, source: string, target: string, middle: Point[]): Point[] {
  const [from, to] = [places.get(source), places.get(target)];
  if (!from || !to) return [];
  return [towards(from, middle[0] ?? to), ...middle, towards(to, middle.at(-1) ?? from)];
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = (nodeRadius + ringGap) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A path that is round where its line has corners. */
export function curvedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const corners = rest.slice(0, -1);
  const curves = corners.map((corner, index) => {
    const next = corners[index + 1];
    const end = next ? { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 } : last;
    return `Q${at(corner)} ${at(end)}`;
  });
  return `M${at(first)}${curves.length > 0 ? curves.join("") : `L${at(last)}`}`;
}

/** The three corners of the tip of an arrow at the end of a line. */
export function arrowTip(points: readonly Point[], size = 8): string {
  const [before, end] = points.slice(-2);
  if (!before || !end) return "";
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number) => ({
    x: end.x - size * Math.cos(angle + turn),
    y: end.y - size * Math.sin(angle + turn),
  });
  return [end, wing(0.45), wing(-0.45)].map(at).join(" ");
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
