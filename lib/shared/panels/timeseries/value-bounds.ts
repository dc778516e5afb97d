import uPlot from "uplot";
import { withinReach } from "@/lib/shared/panels/within-reach";
import type { PlottedValue, ScaleDistribution } from "./time-chart-model";

export interface BoundsRule {
  distribution: ScaleDistribution;
  min?: number;
  max?: number;
  softMin?: number;
  softMax?: number;
  centeredZero: boolean;
  /** Without any, the axis ends on whole numbers. */
  decimals?: number;
}

const PAD = 0.1;
const EMPTY: [number, number] = [0, 100];
const EMPTY_REACH = 80;

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
  return low <= high ? [withinReach(low), withinReach(high)] : null;
}

/**
 * Where an axis begins and ends, as Grafana decides it: fixed bounds hold, soft ones give way to the data. The room beside
 * the data is a share of all that is seen, so a fixed bound on one side counts on the other as well.
 */
export function valueBounds(extent: [number, number] | null, rule: BoundsRule): [number, number] {
  const fixed = fixedBounds(rule);
  const data = extent ? mirrored(widened(extent, rule), rule) : null;
  const [low, high] = data
    ? rule.distribution.type === "linear"
      ? linearBounds(data, rule, fixed)
      : logBounds(data, rule, fixed)
    : emptyBounds(rule);
  // Adding zero turns uPlot's -0 into 0, which labels would show.
  if (low < high) return [low + 0, high + 0];
  return rule.distribution.type === "log" ? [1, EMPTY[1]] : EMPTY;
}

interface FixedBounds {
  min: number | undefined;
  max: number | undefined;
}

/** Logarithmic scales end at whole powers. */
function fixedBounds({ min, max, distribution }: BoundsRule): FixedBounds {
  const [low, high] = [min, max].map((bound) => (usable(bound, distribution) ? bound : undefined));
  if (distribution.type !== "log") return { min: low, max: high };
  const logOf = distribution.base === 2 ? Math.log2 : Math.log10;
  const power = (value: number, round: (power: number) => number) => distribution.base ** round(logOf(value));
  return {
    min: low === undefined ? undefined : power(low, Math.floor),
    max: high === undefined ? undefined : power(high, Math.ceil),
  };
}

/** As far below zero as above it. */
function mirrored(
  [low, high]: [number, number],
  { centeredZero, distribution }: BoundsRule,
): [number, number] {
  if (!centeredZero || distribution.type === "log") return [low, high];
  const reach = Math.max(Math.abs(low), Math.abs(high)) || EMPTY_REACH;
  return [-reach, reach];
}

function linearBounds(data: [number, number], rule: BoundsRule, fixed: FixedBounds): [number, number] {
  // Beside a soft bound, a fixed one only limits.
  const begin = rule.softMin === undefined ? fixed.min : undefined;
  const end = rule.softMax === undefined ? fixed.max : undefined;
  const [low, high] = [begin ?? data[0], end ?? data[1]];
  const side = (soft: number | undefined, hard: number): uPlot.Range.Limit => ({
    pad: PAD,
    hard,
    soft: soft ?? 0,
    mode: soft === undefined ? 3 : 1,
  });
  const range = uPlot.rangeNum(low, high, {
    min: side(rule.softMin, fixed.min ?? Number.NEGATIVE_INFINITY),
    max: side(rule.softMax, fixed.max ?? Number.POSITIVE_INFINITY),
  });
  const round: [number, number] = [range[0] ?? low, range[1] ?? high];
  const isFixed = fixed.min !== undefined || fixed.max !== undefined;
  const [min, max] = isFixed || holds(round, low, high) ? round : padded(low, high);
  const whole = (value: number, to: (value: number) => number) => (rule.decimals === 0 ? to(value) : value);
  return unflattened([begin ?? whole(min, Math.floor), end ?? whole(max, Math.ceil)]);
}

/** A flat line stands between zero and its double. */
function unflattened([min, max]: [number, number]): [number, number] {
  if (min !== max || min === 0) return [min, max];
  return min < 0 ? [min * 2, 0] : [0, max * 2];
}

function logBounds(data: [number, number], rule: BoundsRule, fixed: FixedBounds): [number, number] {
  const { distribution } = rule;
  if (distribution.type === "linear") return data;
  if (distribution.type === "symlog") {
    const range = uPlot.rangeAsinh(data[0], data[1], distribution.base, true);
    return [fixed.min ?? range[0] ?? data[0], fixed.max ?? range[1] ?? data[1]];
  }
  const [low, high] = [fixed.min ?? data[0], fixed.max ?? data[1]];
  if (low > high) return [low, high];
  const range = uPlot.rangeLog(low, high, distribution.base, true);
  const round: [number, number] = [range[0] ?? low, range[1] ?? high];
  const [min, max] = holds(round, low, high) ? round : padded(low, high);
  if (rule.decimals !== 0) return [min, max];
  return min <= 1 && max === 1 ? [1, distribution.base] : [Math.max(1, min), max];
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
