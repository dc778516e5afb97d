import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { applyFieldConfig } from "@/lib/shared/panels/fields/apply-field-config";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { toSeriesFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { graphFields } from "./graph-fields";
import { type GraphEdge, type GraphNode, nodesOfEdges, readEdges, readNodes } from "./graph-rows";
import { NodeGraphOptions } from "./options";

export interface NodeGraphModel {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Why something is not drawn; null where all is. */
  note: string | null;
}

/** More cannot be told apart, nor laid out while somebody waits. */
const mostNodes = 200;

/** Decides the circles and lines of a node graph, out of tables of nodes and of edges. */
export function prepareNodeGraph(panel: ReadPanel, data: PanelData, context: PrepareContext): NodeGraphModel {
  const options = NodeGraphOptions.parse(panel.options);
  const frames = applyFieldConfig(toSeriesFrames(panel, data, context), panel, context).filter(isGraph);
  const isEdges = (frame: DataFrame) => graphFields(frame).source !== undefined;
  const edges = distinct(frames.filter(isEdges).flatMap((frame) => readEdges(frame, options, context)));
  const given = distinct(
    frames.filter((frame) => !isEdges(frame)).flatMap((frame) => readNodes(frame, options, context)),
  );
  const nodes = given.length > 0 ? given : nodesOfEdges(edges, context);
  const shown = nodes.slice(0, mostNodes);
  const ids = new Set(shown.map(({ id }) => id));
  const drawn = edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return { nodes: shown, edges: drawn, note: noteOn(nodes.length) };
}

function isGraph(frame: DataFrame): boolean {
  const { id, source, target } = graphFields(frame);
  return id !== undefined || (source !== undefined && target !== undefined);
}

/** Queries may answer the same node twice; the first counts. */
function distinct<T extends { id: string }>(rows: T[]): T[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

function noteOn(nodes: number): string | null {
  if (nodes === 0) return "A node graph needs a table with a column id, or one with source and target.";
  return nodes > mostNodes ? `The first ${mostNodes} of ${nodes} nodes. The table has all.` : null;
}
