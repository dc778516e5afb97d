import { parseColor } from "@/lib/shared/panels/fields/color-math";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayText, displayValue } from "@/lib/shared/panels/fields/display-value";
import { seriesColor } from "@/lib/shared/panels/fields/field-color";
import { type FieldLink, rowLinks } from "@/lib/shared/panels/fields/field-links";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { GraphFields } from "./graph-fields";
import type { NodeGraphOptions } from "./options";

export interface GraphFrame {
  frame: DataFrame;
  fields: GraphFields;
}

interface Told {
  id: string;
  mainStat: string;
  secondaryStat: string;
  color: string;
  details: { name: string; value: string }[];
  links: FieldLink[];
}

export interface GraphNode extends Told {
  title: string;
  subtitle: string;
  /** Shares of the ring, which make one together. */
  arcs: { share: number; color: string; name: string }[];
}

export interface GraphEdge extends Told {
  source: string;
  target: string;
  thickness: number;
}

const plainNode = "blue";
const plainEdge = "text";

export function readNodes(
  { frame, fields }: GraphFrame,
  { nodes: { arcs, ...units } }: NodeGraphOptions,
  context: PrepareContext,
): GraphNode[] {
  const chosen = arcs.flatMap(({ field, color }) => {
    const found = frame.fields.find(({ name, displayName }) => name === field || displayName === field);
    return found ? [{ field: found, color: colorByName(color, context.theme) }] : [];
  });
  const own = fields.arcs.map((field) => ({ field, color: seriesColor(field, context.theme) }));
  const tell = teller({ frame, fields }, { ...units, plain: plainNode }, context);
  return rowsOf(frame, fields.id).map(({ row, id }) => ({
    ...tell(row, id),
    title: fields.title ? textOf(fields.title, row, context) : id,
    subtitle: fields.subtitle ? textOf(fields.subtitle, row, context) : "",
    arcs: sharesOf(chosen.length > 0 ? chosen : own, row),
  }));
}

export function readEdges(
  { frame, fields }: GraphFrame,
  { edges: units }: NodeGraphOptions,
  context: PrepareContext,
): GraphEdge[] {
  const { id, source, target, thickness } = fields;
  const tell = teller({ frame, fields }, { ...units, plain: plainEdge }, context);
  return rowsOf(frame, source).flatMap(({ row, id: from }) => {
    const to = String(target?.values[row] ?? "");
    const named = String(id?.values[row] ?? "");
    const wide = Number(thickness?.values[row]);
    if (to === "") return [];
    const told = tell(row, named === "" ? `${from} -> ${to}` : named);
    return [{ ...told, source: from, target: to, thickness: wide > 0 ? Math.min(wide, 20) : 1 }];
  });
}

/** Where only edges are asked for, their ends are the nodes. */
export function nodesOfEdges(edges: GraphEdge[], { theme }: PrepareContext): GraphNode[] {
  const ids = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const color = colorByName(plainNode, theme);
  const plain = { mainStat: "", secondaryStat: "", subtitle: "", color, arcs: [], details: [], links: [] };
  return [...ids].map((id) => ({ ...plain, id, title: id }));
}

function rowsOf(frame: DataFrame, key: Field | undefined): { row: number; id: string }[] {
  return Array.from({ length: frame.length }, (_, row) => ({
    row,
    id: String(key?.values[row] ?? ""),
  })).filter(({ id }) => id !== "");
}

interface Manner {
  mainStatUnit?: string | undefined;
  secondaryStatUnit?: string | undefined;
  plain: string;
}

/** Tells what nodes and edges have in common, row by row. */
function teller(
  { frame, fields }: GraphFrame,
  { mainStatUnit, secondaryStatUnit, plain }: Manner,
  context: PrepareContext,
): (row: number, id: string) => Told {
  const { color, details } = fields;
  const mainStat = withUnit(fields.mainStat, mainStatUnit);
  const secondaryStat = withUnit(fields.secondaryStat, secondaryStatUnit);
  const plainColor = colorByName(plain, context.theme);
  const linked = frame.fields.map((field) => ({ field, linksOf: rowLinks({ field, frame }, context) }));
  return (row, id) => ({
    id,
    mainStat: mainStat ? textOf(mainStat, row, context) : "",
    secondaryStat: secondaryStat ? textOf(secondaryStat, row, context) : "",
    color: colorOf(color, row, context) ?? plainColor,
    details: details
      .map((field) => ({ name: detailName(field), value: textOf(field, row, context) }))
      .filter(({ value }) => value !== ""),
    links: linked.flatMap(({ field, linksOf }) => linksOf?.(row, field.values[row]) ?? []),
  });
}

/** With the panel's unit where it has none of its own. */
function withUnit(field: Field | undefined, unit: string | undefined): Field | undefined {
  return field && unit && !field.options.unit ? { ...field, options: { ...field.options, unit } } : field;
}

function detailName({ displayName }: Field): string {
  return displayName.replace(/^detail__/i, "");
}

/** A number is coloured as its column says, a text names its colour. */
function colorOf(field: Field | undefined, row: number, context: PrepareContext): string | null {
  const value = field?.values[row];
  if (!field || value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return displayValue(field, value, context).color;
  const color = colorByName(String(value), context.theme);
  return parseColor(color) ? color : null;
}

function sharesOf(arcs: { field: Field; color: string }[], row: number): GraphNode["arcs"] {
  const sizes = arcs.map(({ field }) => Math.max(0, Number(field.values[row]) || 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return arcs.flatMap(({ field, color }, index) => {
    const share = whole > 0 ? (sizes[index] ?? 0) / whole : 0;
    const name = field.displayName.replace(/^arc__/i, "");
    return share > 0 ? [{ share, color, name }] : [];
  });
}

function textOf(field: Field, row: number, context: PrepareContext): string {
  const value = field.values[row];
  return value === null || value === undefined ? "" : displayText(displayValue(field, value, context));
}
