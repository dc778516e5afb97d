import type uPlot from "uplot";
import { announce } from "./announce";
import type { TooltipContent } from "./tooltip-node";

interface Standing {
  index: number;
  series: number;
}

const standing = new WeakMap<uPlot, Standing>();
const LEAP = 10;

const walkKeys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
/** `t left` moves the page's range: its second key is not the chart's. */
const sequenceMs = 1_200;
let rangeKeyMs = Number.NEGATIVE_INFINITY;

interface WalkedChart {
  walked: uPlot | null;
  said: TooltipContent | null;
  pin: () => Promise<void>;
}

/** Whether the key was for the chart that has the focus. While panels are moved by the arrows, none is. */
export function pressChartKey(chart: WalkedChart, event: KeyboardEvent): boolean {
  const plot = chart.walked;
  if (event.key === "t") rangeKeyMs = event.timeStamp;
  const inSequence = event.timeStamp - rangeKeyMs < sequenceMs;
  if (!plot || event.ctrlKey || event.altKey || event.metaKey || plot.root.closest("[data-grid-key]"))
    return false;
  if (event.key === "Escape") {
    const walking = standing.has(plot);
    if (walking) leaveChart(plot);
    return walking;
  }
  if (event.key === "Enter" && standing.has(plot)) {
    void chart.pin();
    return true;
  }
  if (!walkKeys.has(event.key) || inSequence) return false;
  walkChart(plot, event.key, event.shiftKey);
  announce(chart.said);
  return true;
}

/** Left and right go from point to point, up and down from series to series; with Shift ten points at once. */
export function walkChart(plot: uPlot, key: string, leap: boolean): void {
  const times = plot.data[0];
  const shown = plot.series.flatMap((series, index) => (index > 0 && series.show ? [index] : []));
  const last = times.length - 1;
  const before = standing.get(plot) ?? { index: last + 1, series: shown[0] ?? 1 };
  const next = {
    index: clamp(nextIndex(key, before.index, last, leap ? LEAP : 1), 0, last),
    series: nextSeries(key, before.series, shown),
  };
  standing.set(plot, next);
  point(plot, next, shown.length);
}

export function leaveChart(plot: uPlot): void {
  if (!standing.has(plot)) return;
  standing.delete(plot);
  plot.setSeries(null, { focus: false }, false);
  plot.setCursor({ left: -10, top: -10 });
}

function nextIndex(key: string, index: number, last: number, by: number): number {
  if (key === "ArrowLeft") return index - by;
  if (key === "ArrowRight") return index + by;
  if (key === "Home") return 0;
  return key === "End" ? last : Math.min(index, last);
}

function nextSeries(key: string, series: number, shown: readonly number[]): number {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const at = Math.max(0, shown.indexOf(series));
  return shown[(at + step + shown.length) % shown.length] ?? series;
}

function point(plot: uPlot, { index, series }: Standing, count: number): void {
  const { clientHeight, clientWidth } = plot.over;
  const value = plot.data[series]?.[index];
  const scale = plot.series[series]?.scale ?? "y";
  const top = value == null ? clientHeight / 2 : plot.valToPos(value, scale);
  const left = plot.valToPos(plot.data[0][index] ?? 0, "x");
  if (count > 1) plot.setSeries(series, { focus: true }, false);
  plot.setCursor({ left: clamp(left, 0, clientWidth), top: clamp(top, 0, clientHeight) });
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
