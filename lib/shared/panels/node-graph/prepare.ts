import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { applyFieldConfig } from "@/lib/shared/panels/fields/apply-field-config";
import { toSeriesFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { graphFields } from "./graph-fields";
import {
  type GraphEdge,
  type GraphFrame,
  type GraphNode,
  nodesOfEdges,
  readEdges,
  readNodes,
} from "./graph-rows";
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
  const read = applyFieldConfig(toSeriesFrames(panel, data, context), panel, context);
  const tables = read.map((frame) => ({ frame, fields: graphFields(frame) })).filter(isGraph);
  const [ofNodes, ofEdges] = [tables.filter((one) => !isEdges(one)), tables.filter(isEdges)];
  const edges = distinct(ofEdges.flatMap((table) => readEdges(table, options, context)));
  const given = distinct(ofNodes.flatMap((table) => readNodes(table, options, context)));
  const nodes = given.length > 0 ? given : nodesOfEdges(edges, context);
  const shown = nodes.slice(0, mostNodes);
  const ids = new Set(shown.map(({ id }) => id));
  const drawn = edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return { nodes: shown, edges: drawn, note: noteOn(nodes.length) };
}

function isEdges({ fields }: GraphFrame): boolean {
  return fields.source !== undefined;
}

function isGraph({ fields: { id, source, target } }: GraphFrame): boolean {
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
