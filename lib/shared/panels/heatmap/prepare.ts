import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { formattedText, formatValue } from "@/lib/shared/units/value-formatter";
import { type BucketTable, bucketRows } from "./bucket-rows";
import { calculatedRows } from "./calculated-rows";
import { colorCells, heatmapPalette } from "./color-cells";
import { countedFrames } from "./counted-samples";
import type { HeatmapModel } from "./heatmap-model";
import { HeatmapOptions } from "./options";

type Grid = Pick<HeatmapModel, "timesMs" | "columnMs" | "rows" | "edges" | "bounds" | "named" | "steps">;

/** Decides everything about a heat map's picture: buckets, colours, labels. */
export function prepareHeatmap(panel: ReadPanel, data: PanelData, context: PrepareContext): HeatmapModel {
  const options = HeatmapOptions.parse(panel.options);
  const range = data.range.toMs > data.range.fromMs ? data.range : context.range;
  const grid = options.calculate
    ? calculatedGrid(panel, data, context, options, range)
    : bucketGrid(panel, data, context, options, range);
  const shown = options.yAxis.reverse ? reversed(grid) : grid;
  const palette = heatmapPalette(options.color, context.theme);
  const colored = colorCells(
    shown.rows.map(({ counts }) => counts),
    shown.timesMs.length,
    palette.length,
    { min: options.color.min, max: options.color.max, ...options.filterValues },
  );
  const { unit = "short", decimals } = options.cellValues;
  const formatCount = (count: number) => formattedText(formatValue(unit, count, decimals));
  const { axisPlacement, axisLabel, axisWidth } = options.yAxis;
  return {
    theme: context.theme,
    timeZone: context.timeZone,
    range,
    ...shown,
    extent: rowsInView(shown, options),
    palette,
    colorRange: { min: colored.min, max: colored.max },
    cells: colored.cells,
    cellGap: options.cellGap,
    axis: {
      placement: axisPlacement === "auto" ? "left" : axisPlacement,
      label: axisLabel,
      width: axisWidth ?? null,
    },
    legend:
      options.legend.show && shown.rows.length > 0
        ? { minText: formatCount(colored.min), maxText: formatCount(colored.max) }
        : null,
    tooltip: options.tooltip.mode !== "none",
    spread: options.tooltip.yHistogram,
    formatCount,
  };
}

type Prepared = [ReadPanel, PanelData, PrepareContext, HeatmapOptions, { fromMs: number; toMs: number }];

function calculatedGrid(...[panel, data, context, options, range]: Prepared): Grid {
  const { timesMs, columnMs, edges, counts, parts, wholeAt } = calculatedRows(
    readyFrames(panel, withoutCounted(data), context),
    options,
    range,
    countedFrames(data),
  );
  const labels = edges.map(boundText(panel, options));
  const format = (value: number, decimals?: number) =>
    formattedText(formatValue(boundUnit(panel, options), value, options.yAxis.decimals ?? decimals));
  return {
    named: parts > 1 ? edges.flatMap((_, index) => ((index - wholeAt) % parts === 0 ? [index] : [])) : null,
    steps: parts === 0 && edges.length > 0 ? { format } : null,
    timesMs,
    columnMs,
    edges: labels.length > 0 ? labels : null,
    bounds: labels.length > 0 ? edges : null,
    rows: counts.map((row, index) => ({ label: `${labels[index]} – ${labels[index + 1]}`, counts: row })),
  };
}

function withoutCounted(data: PanelData): PanelData {
  return {
    ...data,
    results: data.results.filter(({ frame }) => frame.kind === "instant" || !frame.counted),
  };
}

function bucketGrid(...[panel, data, context, options, range]: Prepared): Grid {
  const isCumulative = (refId: string | undefined) =>
    panel.targets.find((target) => target.refId === refId)?.format === "heatmap";
  const table = bucketRows(readyFrames(panel, data, context), ({ refId }) => isCumulative(refId));
  const columnMs = sampleDistance(table.timesMs) ?? range.toMs - range.fromMs;
  const isHistogram = table.rows.length > 0 && table.rows.every(({ le }) => le !== null);
  if (options.rowsFrame.layout === "unknown" || !isHistogram) {
    const label = nameText(panel, options);
    const rows = table.rows.map(({ name, counts }) => ({ label: label(name), counts }));
    return { timesMs: table.timesMs, columnMs, edges: null, bounds: null, named: null, steps: null, rows };
  }
  const plain = { timesMs: table.timesMs, columnMs, named: null, steps: null };
  return { ...plain, ...boundedRows(table, boundText(panel, options), options) };
}

function boundedRows(
  { rows }: BucketTable,
  text: (bound: number) => string,
  { rowsFrame }: HeatmapOptions,
): Pick<Grid, "rows" | "edges" | "bounds"> {
  const bounds = rows.map(({ le }) => text(le ?? Number.POSITIVE_INFINITY));
  const edges = rowsFrame.layout === "ge" ? [...bounds, ""] : [lowestEdge(rows[0]?.le ?? 0, text), ...bounds];
  const numbers = rows.map(({ le }) => le ?? Number.POSITIVE_INFINITY);
  const low = (numbers[0] ?? 0) > 0 ? 0 : Number.NEGATIVE_INFINITY;
  return {
    edges,
    bounds: rowsFrame.layout === "ge" ? [...numbers, Number.POSITIVE_INFINITY] : [low, ...numbers],
    rows: rows.map(({ counts }, index) => ({
      label: `${edges[index] || "…"} – ${edges[index + 1] || "…"}`,
      counts,
    })),
  };
}

/** Histograms of positive values begin at zero; others begin nowhere. */
function lowestEdge(firstBound: number, text: (bound: number) => string): string {
  return firstBound > 0 ? text(0) : "";
}

function boundUnit(panel: ReadPanel, { yAxis }: HeatmapOptions): string {
  return yAxis.unit ?? panel.fieldConfig.defaults.unit ?? "short";
}

/** Names that are numbers are written in the axis' unit, if it has one. */
function nameText(panel: ReadPanel, options: HeatmapOptions): (name: string) => string {
  const { unit, decimals } = options.yAxis;
  if (!unit && decimals === undefined) return (name) => name;
  const text = boundText(panel, options);
  return (name) => (name.trim() === "" || Number.isNaN(Number(name)) ? name : text(Number(name)));
}

/** A calculated heat map shows values from and to what its axis says; other rows are in view all. */
function rowsInView({ bounds, steps, rows }: Grid, { yAxis }: HeatmapOptions): [number, number] {
  const all: [number, number] = [0, Math.max(1, rows.length)];
  const [first, second] = bounds ?? [];
  if (!steps || first === undefined || second === undefined) return all;
  const place = (value: number) => (value - first) / (second - first);
  const [low, high] = yAxis.reverse ? [yAxis.max, yAxis.min] : [yAxis.min, yAxis.max];
  const [from, to] = [low === undefined ? 0 : place(low), high === undefined ? all[1] : place(high)];
  return from < to ? [from, to] : all;
}

function boundText(panel: ReadPanel, options: HeatmapOptions): (bound: number) => string {
  const unit = boundUnit(panel, options);
  const { yAxis } = options;
  return (bound) =>
    bound === Number.POSITIVE_INFINITY ? "+Inf" : formattedText(formatValue(unit, bound, yAxis.decimals));
}

function sampleDistance(timesMs: number[]): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < timesMs.length; index++) {
    least = Math.min(least, (timesMs[index] ?? 0) - (timesMs[index - 1] ?? 0));
  }
  return Number.isFinite(least) && least > 0 ? least : null;
}

function reversed(grid: Grid): Grid {
  const { rows, edges, bounds, named } = grid;
  return {
    ...grid,
    rows: rows.toReversed(),
    edges: edges?.toReversed() ?? null,
    bounds: bounds?.toReversed() ?? null,
    named: named?.map((index) => rows.length - index) ?? null,
  };
}
