import type { ReadPanel, ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext, TargetResult } from "@/lib/shared/panels/panel-data";
import { type Frame, fromWireValue } from "@/lib/shared/prometheus/frame";
import { type DataFrame, type Field, newField, newFrame } from "./data-frame";
import { histogramSeries } from "./histogram-series";
import { seriesName } from "./series-name";

interface Series {
  labels: Record<string, string>;
  times: number[];
  values: (number | null)[];
}

/** One frame a series for time series, one frame a query for tables: what transformations work on. */
export function resultFrames(panel: ReadPanel, data: PanelData, context: PrepareContext): DataFrame[] {
  const place = ({ refId }: TargetResult) => panel.targets.findIndex((target) => target.refId === refId);
  // In the order of the targets, not of their letters: it decides the colours.
  const shown = data.results
    .toSorted((a, b) => place(a) - place(b))
    .map((result) => ({ result, target: panel.targets[place(result)] }))
    .filter(({ target }) => !target?.hidden);
  const tables = shown.filter(({ target }) => target?.format === "table").length;

  const frames: DataFrame[] = [];
  for (const { result, target } of shown) {
    const series = seriesOf(result.frame);
    if (target?.format === "table") {
      if (series.length > 0) frames.push(tableFrame(result, series, tables > 1));
    } else {
      // A heat map sums over other labels first.
      const isHistogram = target?.format === "heatmap" && panel.type !== "heatmap";
      frames.push(...seriesFrames(result, isHistogram ? histogramSeries(series) : series, target, context));
    }
  }
  return frames;
}

function seriesOf(frame: Frame): Series[] {
  if (frame.kind === "instant") {
    const times = [frame.timeSeconds * 1000];
    return frame.series.map(({ labels, value }) => ({ labels, times, values: [fromWireValue(value)] }));
  }
  const { startSeconds, stepSeconds, length } = frame;
  // One array for all series: what follows compares times by identity first.
  const times = Array.from({ length }, (_, i) => Math.round((startSeconds + i * stepSeconds) * 1000));
  return frame.series.map(({ labels, values }) => ({ labels, times, values: values.map(fromWireValue) }));
}

function seriesFrames(
  result: TargetResult,
  series: Series[],
  target: ReadTarget | undefined,
  context: PrepareContext,
): DataFrame[] {
  const { refId, expr } = result;
  if (result.computed) return series.map((one) => computedFrame(result, one));
  const legendFormat = context.interpolate(target?.legendFormat ?? "");
  return series.map(({ labels, times, values }) => {
    const legendName = seriesName(legendFormat, labels, expr);
    const time = newField({ name: "Time", type: "time", values: times, refId });
    const value = newField({ name: "Value", type: "number", values, labels, legendName, refId });
    // Without a legend of its own the series is named by its labels, as far as they differ.
    return newFrame({ refId, name: legendName, shape: "series", fields: [time, value] });
  });
}

/** Called by the expression's letter; single numbers have no time. */
function computedFrame({ refId, frame }: TargetResult, { labels, times, values }: Series): DataFrame {
  const time = newField({ name: "Time", type: "time", values: times, refId });
  const value = newField({ name: refId, type: "number", values, labels, refId });
  return frame.kind === "range"
    ? newFrame({ refId, shape: "series", fields: [time, value] })
    : newFrame({ refId, shape: "table", fields: [value] });
}

/** Time, a column a label, and the value: one row a sample. */
function tableFrame(result: TargetResult, series: Series[], severalTables: boolean): DataFrame {
  const { refId } = result;
  const labelNames = new Set(series.flatMap(({ labels }) => Object.keys(labels).sort()));
  const times: number[] = [];
  const values: (number | null)[] = [];
  const columns = new Map<string, unknown[]>([...labelNames].map((name) => [name, []]));

  for (const one of series) {
    one.values.forEach((value, i) => {
      if (value === null) return;
      times.push(one.times[i] ?? 0);
      values.push(value);
      for (const [name, column] of columns) column.push(labelValue(name, one.labels));
    });
  }
  const labelFields: Field[] = [...columns].map(([name, column]) =>
    newField({ name, type: name === "le" ? "number" : "string", values: column, refId }),
  );
  const time = newField({ name: "Time", type: "time", values: times, refId });
  const valueName = severalTables ? `Value #${refId}` : "Value";
  const value = newField({ name: valueName, type: "number", values, refId });
  return newFrame({ refId, shape: "table", fields: [time, ...labelFields, value] });
}

function labelValue(name: string, labels: Record<string, string>): string | number {
  const text = labels[name];
  if (name !== "le") return text ?? "";
  return text === "+Inf" ? Number.POSITIVE_INFINITY : Number(text ?? Number.NaN);
}
