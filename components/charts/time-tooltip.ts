import type { TimeChartModel, TimeSeriesModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import { timeText } from "@/lib/shared/panels/timeseries/time-text";
import type { TooltipPlace } from "./chart-kind";
import type { PressedSeries } from "./chart-pin";
import { fittingRows, type TooltipContent } from "./tooltip-node";

interface Candidate {
  series: TimeSeriesModel;
  index: number;
  value: number | null;
}

/** The sample that counts at `idx`: series of coarser steps have none of their own at most times. */
function sampleIndex({ plotted }: TimeSeriesModel, idx: number): number {
  if (plotted[idx] !== undefined) return idx;
  for (let distance = 1; distance < plotted.length; distance++) {
    if (plotted[idx - distance] !== undefined) return idx - distance;
    if (plotted[idx + distance] !== undefined) return idx + distance;
  }
  return idx;
}

function candidatesAt(model: TimeChartModel, idx: number): Candidate[] {
  const found: Candidate[] = [];
  model.series.forEach((series, index) => {
    if (!series.visible || !series.inTooltip) return;
    const value = series.raw[sampleIndex(series, idx)] ?? null;
    if (value === null || (model.tooltip.hideZeros && value === 0)) return;
    found.push({ series, index, value });
  });
  return found;
}

/** The series whose line runs nearest to the pointer. */
function nearest(place: TooltipPlace, candidates: Candidate[]): Candidate | null {
  const { plot, idx, top } = place;
  if (top === null) return null;
  let best: Candidate | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const plotted = candidate.series.plotted[sampleIndex(candidate.series, idx)];
    if (plotted == null) continue;
    const distance = Math.abs(plot.valToPos(plotted, candidate.series.scaleKey) - top);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function sorted(candidates: Candidate[], order: "none" | "asc" | "desc"): Candidate[] {
  if (order === "none") return candidates;
  const sign = order === "asc" ? 1 : -1;
  const rank = (value: number | null) =>
    value === null || Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  return candidates.toSorted((a, b) => sign * (rank(a.value) - rank(b.value)));
}

/** What the tooltip of a time chart shows: the nearest series, or all of them in order. */
export function timeTooltip(model: TimeChartModel, place: TooltipPlace): TooltipContent | null {
  const timeMs = model.timesMs[place.idx];
  if (model.tooltip.mode === "none" || timeMs === undefined) return null;
  const candidates = candidatesAt(model, place.idx);
  const near = nearest(place, candidates);
  if (candidates.length === 0) return null;
  // A chart that follows another one's pointer has no nearest series: it shows all.
  const single = model.tooltip.mode === "single" && place.top !== null;
  const all = single
    ? [near ?? candidates[0]].filter((one) => one !== undefined)
    : sorted(candidates, model.tooltip.sort);
  const { shown, more } = fittingRows(all, place.whole);
  // What the pointer is on must not be among the rows left out.
  if (near && !shown.includes(near)) shown[shown.length - 1] = near;
  return {
    title: timeText(timeMs, model.timeZone),
    rows: shown.map(({ series, value, index }) => ({
      color: series.color,
      name: series.name,
      value: series.format(value),
      strong: !single && index === near?.index,
    })),
    more,
  };
}

/** The series nearest to a press, and where its sample leads. */
export function timePressed(model: TimeChartModel, place: TooltipPlace): PressedSeries | null {
  const near = nearest(place, candidatesAt(model, place.idx));
  if (!near) return null;
  const { name, labels, links } = near.series;
  return { name, labels, links: links?.(sampleIndex(near.series, place.idx)) ?? [] };
}
