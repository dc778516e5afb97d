import { connectGaps, drawable } from "./connect-gaps";
import type { PlottableData, PlottableSeries } from "./plottable-series";
import { stackValues } from "./stack-values";
import type { BandModel, PlottedValue } from "./time-chart-model";

export interface PlotValues {
  /** Per series, as drawn. */
  values: PlottedValue[][];
  bands: BandModel[];
}

/** Transforms, gaps and stacking: from what was measured to what is drawn. */
export function plotValues({ timesMs, series }: PlottableData): PlotValues {
  const values = series.map((one) => transformed(one, timesMs));
  const bands: BandModel[] = [];
  for (const members of stackGroups(series)) {
    const first = series[members[0] ?? 0];
    const percent = first?.custom.stacking.mode === "percent";
    const down = first !== undefined && stacksDown(first);
    const stacked = stackValues(
      members.map((member) => values[member] ?? []),
      percent,
    );
    members.forEach((member, place) => {
      values[member] = stacked[place] ?? [];
      const lower = members[place - 1];
      if (lower !== undefined) bands.push({ upper: member, lower, fill: null, down });
    });
  }
  return { values, bands: [...bands, ...fillBelowBands(series)] };
}

function transformed({ custom, values }: PlottableSeries, timesMs: number[]): PlottedValue[] {
  const { spanNulls, insertNulls, transform } = custom;
  const longestGapMs = [spanNulls, insertNulls].find((gap) => typeof gap === "number");
  const plain =
    longestGapMs === undefined ? values.map(drawable) : connectGaps(values, timesMs, longestGapMs);
  if (transform === "negative-Y") return plain.map((value) => (value == null ? value : -value));
  if (transform === "constant") return plain.fill(plain.find((value) => value != null) ?? null);
  return plain;
}

/** Series that stand on one another: same group and style, and those below zero apart from those above. */
function stackGroups(series: PlottableSeries[]): number[][] {
  const groups = new Map<string, number[]>();
  series.forEach((one, index) => {
    const { custom, visible, field } = one;
    const { mode, group } = custom.stacking;
    if (mode === "none" || group === false || !visible) return;
    const key = JSON.stringify([
      mode,
      group,
      stacksDown(one),
      custom.drawStyle,
      custom.lineInterpolation,
      field.options.unit,
      custom.axisPlacement,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

const SAMPLES = 50;

/** As in Grafana, a series with a negative value among its samples stands below the others, whatever else it has. */
function stacksDown({ custom, values }: PlottableSeries): boolean {
  const from = values.findIndex((value) => value != null);
  const to = values.findLastIndex((value) => value != null);
  const stride = Math.max(1, Math.floor((to - from + 1) / SAMPLES));
  let negative = false;
  for (let index = from; index >= 0 && index <= to && !negative; index += stride) {
    const value = values[index];
    negative = value != null && (value < 0 || Object.is(value, -0));
  }
  return custom.transform === "negative-Y" ? !negative : negative;
}

function fillBelowBands(series: PlottableSeries[]): BandModel[] {
  return series.flatMap(({ custom, visible }, upper) => {
    if (!custom.fillBelowTo || !visible) return [];
    const lower = series.findIndex(
      (other) => other.visible && other.field.displayName === custom.fillBelowTo,
    );
    return lower < 0 || lower === upper ? [] : [{ upper, lower, fill: null, down: false }];
  });
}
