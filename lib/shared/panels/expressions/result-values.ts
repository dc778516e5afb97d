import type { ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { TargetResult } from "@/lib/shared/panels/panel-data";
import { type Frame, fromWireValue, toWireNumber } from "@/lib/shared/prometheus/frame";
import { type ExpressionValue, noData, type SeriesValue } from "./expression-value";

/** A query's answer as expressions see it: a step without a sample is no point. */
export function toValues(results: readonly TargetResult[], target: ReadTarget): readonly ExpressionValue[] {
  const values = results.flatMap(({ frame }) => frameValues(frame, target));
  return values.length === 0 ? noData : values;
}

function frameValues(frame: Frame, { format }: ReadTarget): ExpressionValue[] {
  if (frame.kind === "instant")
    return frame.series.map(({ labels, value }) => ({ kind: "number", labels, value: fromWireValue(value) }));
  const { startSeconds, stepSeconds, length } = frame;
  const grid = { startSeconds, stepSeconds, length };
  return frame.series.map(({ labels, values }): ExpressionValue => {
    const points = values.map((value) => fromWireValue(value) ?? undefined);
    // Rows of a table are numbers, one a series: the newest.
    if (format === "table")
      return { kind: "number", labels, value: points.findLast((point) => point !== undefined) ?? null };
    return { kind: "series", labels, grid, values: points };
  });
}

/** Results as a panel draws them: one for the numbers, one for the series of each grid. */
export function toResults(
  refId: string,
  values: readonly ExpressionValue[],
  range: { toMs: number },
): TargetResult[] {
  const numbers = values.filter((value) => value.kind === "number" || value.kind === "scalar");
  const byGrid = Map.groupBy(
    values.filter((value) => value.kind === "series"),
    ({ grid }) => `${grid.startSeconds}/${grid.stepSeconds}/${grid.length}`,
  );
  const frames: Frame[] = [...byGrid.values()].map(rangeFrame);
  if (numbers.length > 0)
    frames.push({
      kind: "instant",
      timeSeconds: range.toMs / 1_000,
      series: numbers.map(({ labels, value }) => ({ labels, value: toWireNumber(value) })),
    });
  return frames.map((frame) => ({ refId, frame, expr: "", warnings: [], computed: true }));
}

function rangeFrame(series: SeriesValue[]): Frame {
  const [{ grid } = { grid: { startSeconds: 0, stepSeconds: 1, length: 0 } }] = series;
  return {
    kind: "range",
    ...grid,
    series: series.map(({ labels, values }) => ({
      labels,
      values: values.map((v) => toWireNumber(v ?? null)),
    })),
  };
}
