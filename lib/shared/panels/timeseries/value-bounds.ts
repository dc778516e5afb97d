import uPlot from "uplot";
import type { PlottedValue, ScaleDistribution } from "./time-chart-model";

export interface BoundsRule {
  distribution: ScaleDistribution;
  min?: number;
  max?: number;
  softMin?: number;
  softMax?: number;
  centeredZero: boolean;
}

const PAD = 0.1;
const EMPTY: [number, number] = [0, 100];

/** The extent of all numbers; null when there are none. Log scales see positive numbers only. */
export function extentOf(
  series: readonly (readonly PlottedValue[])[],
  positiveOnly = false,
): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of series) {
    for (const value of values) {
      if (value == null || !Number.isFinite(value) || (positiveOnly && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}

/** Where an axis begins and ends, as Grafana decides it: fixed bounds hold, soft ones give way to the data. */
export function valueBounds(extent: [number, number] | null, rule: BoundsRule): [number, number] {
  const { distribution, min, max } = rule;
  const bounds = extent ? roundBounds(widened(extent, rule), rule) : emptyBounds(rule);
  const low = usable(min, distribution) ? min : bounds[0];
  const high = usable(max, distribution) ? max : bounds[1];
  if (low < high) return rule.centeredZero ? centered([low, high]) : [low, high];
  return low === min ? [low, low + (Math.abs(low) || 1)] : [high - (Math.abs(high) || 1), high];
}

function roundBounds([low, high]: [number, number], rule: BoundsRule): [number, number] {
  const { distribution } = rule;
  const round =
    distribution.type === "linear" ? linearBounds(low, high, rule) : logBounds(low, high, distribution);
  const [min, max] = holds(round, low, high) ? round : padded(low, high);
  // Adding zero turns uPlot's -0 into 0, which labels would show.
  return [min + 0, max + 0];
}

function holds(bounds: [number, number], low: number, high: number): boolean {
  return (
    bounds[0] < bounds[1] && bounds[0] <= low && bounds[1] >= high && Number.isFinite(bounds[1] - bounds[0])
  );
}

/** For data so flat or so wide that rounding fails. */
function padded(low: number, high: number): [number, number] {
  const pad = Math.max((high - low) * PAD, Math.abs(high) * PAD, Math.abs(low) * PAD, Number.MIN_VALUE);
  return [Math.max(low - pad, -Number.MAX_VALUE), Math.min(high + pad, Number.MAX_VALUE)];
}

function usable(bound: number | undefined, distribution: ScaleDistribution): bound is number {
  return bound !== undefined && Number.isFinite(bound) && (distribution.type !== "log" || bound > 0);
}

function emptyBounds({ distribution, min, max }: BoundsRule): [number, number] {
  if (distribution.type === "log") return [1, 100];
  const low = min ?? Math.min(EMPTY[0], max ?? 0);
  return [low, max ?? low + EMPTY[1]];
}

/** Soft bounds of logarithmic scales: there they simply count as data. */
function widened([low, high]: [number, number], rule: BoundsRule): [number, number] {
  if (rule.distribution.type === "linear") return [low, high];
  const { softMin, softMax, distribution } = rule;
  return [
    usable(softMin, distribution) ? Math.min(low, softMin) : low,
    usable(softMax, distribution) ? Math.max(high, softMax) : high,
  ];
}

function linearBounds(low: number, high: number, rule: BoundsRule): [number, number] {
  const side = (soft: number | undefined): uPlot.Range.Limit => ({
    pad: PAD,
    soft: soft ?? 0,
    mode: soft === undefined ? 3 : 1,
  });
  const [min, max] = uPlot.rangeNum(low, high, { min: side(rule.softMin), max: side(rule.softMax) });
  return [min ?? low, max ?? high];
}

function logBounds(low: number, high: number, distribution: ScaleDistribution): [number, number] {
  if (distribution.type === "linear") return [low, high];
  const range =
    distribution.type === "log"
      ? uPlot.rangeLog(low, high, distribution.base, true)
      : uPlot.rangeAsinh(low, high, distribution.base, true);
  return [range[0] ?? low, range[1] ?? high];
}

function centered([min, max]: [number, number]): [number, number] {
  const reach = Math.max(Math.abs(min), Math.abs(max));
  return [-reach, reach];
}
