import uPlot from "uplot";
import {
  contrastRatio,
  parseColor,
  readableOn,
  toHex,
  withAlpha,
} from "@/lib/shared/panels/fields/color-math";
import { laneAt, lanePlace } from "@/lib/shared/panels/state-timeline/lane-places";
import type { StateLane, StateModel, StateSegment } from "@/lib/shared/panels/state-timeline/state-model";
import { timeText } from "@/lib/shared/panels/timeseries/time-text";
import type { ChartKind, ChartOptions, TooltipPlace } from "./chart-kind";
import type { PressedSeries } from "./chart-pin";
import { chartThemes } from "./chart-theme";
import { axisFont } from "./measure-text";
import { rowAxis } from "./row-axis";
import { RIGHT_PADDING_PX, timeAxis } from "./time-axis";
import { timeScale } from "./time-scale";
import { fittingRows, type TooltipContent, type TooltipRow } from "./tooltip-node";

const TEXT_PADDING_PX = 2;
/** Grafana's room for a letter; what has less than two has no text unless asked for. */
const LETTER_PX = 8.5;
const LEAST_LETTERS = 2;
const LEAST_TEXT_LANE_PX = 12;
const backgrounds = { dark: "#181b1f", light: "#ffffff" } as const;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Whole pixels: neighbours of one colour show no seam. */
function segmentBox(plot: uPlot, model: StateModel, index: number, segment: StateSegment): Box {
  const { bbox } = plot;
  const { from, size } = lanePlace(index, model.lanes.length, model.laneHeight);
  const lane = { top: Math.round(bbox.top + from * bbox.height), height: Math.round(size * bbox.height) };
  const begin = plot.valToPos(segment.fromMs, "x", true);
  const end = plot.valToPos(segment.toMs, "x", true);
  if (model.share === null) {
    const left = Math.round(Math.max(bbox.left, begin));
    return { ...lane, left, width: Math.round(Math.min(bbox.left + bbox.width, end)) - left };
  }
  const line = (model.lanes[index]?.lineWidth ?? 0) * uPlot.pxRatio;
  const width = Math.max(1, Math.round((end - begin) * model.share - line));
  return { ...lane, left: Math.round((begin + end - width) / 2), width };
}

/** The colour as it looks over the panel: text must read on that, not on the pure colour. */
function blended(color: string, opacity: number, theme: "dark" | "light"): string {
  const front = parseColor(color);
  const back = parseColor(backgrounds[theme]);
  if (!front || !back) return color;
  const mix = (index: 0 | 1 | 2) => front[index] * opacity + back[index] * (1 - opacity);
  return toHex([mix(0), mix(1), mix(2)]);
}

function textColor(color: string, opacity: number, theme: "dark" | "light"): string {
  const background = blended(color, opacity, theme);
  const own = chartThemes[theme].text;
  return contrastRatio(own, background) >= 4.5 ? own : readableOn(background);
}

function drawText(
  plot: uPlot,
  model: StateModel,
  lane: StateLane,
  { color, text }: StateSegment,
  box: Box,
): void {
  const ratio = uPlot.pxRatio;
  if (model.showText === "never" || box.height < LEAST_TEXT_LANE_PX * ratio) return;
  const room = Math.floor(box.width / ratio / LETTER_PX);
  if (room < LEAST_LETTERS && model.showText !== "always") return;
  const { ctx } = plot;
  const padding = TEXT_PADDING_PX * ratio + lane.lineWidth * ratio;
  const places = {
    left: box.left + padding,
    center: box.left + box.width / 2,
    right: box.left + box.width - padding,
  };
  ctx.fillStyle = textColor(color, lane.fillOpacity, model.theme);
  ctx.textAlign = model.align;
  ctx.fillText(text.slice(0, room), places[model.align], box.top + box.height / 2 + ratio);
}

function drawLanes(plot: uPlot, model: StateModel): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = `500 ${axisFont()}`.replace(/\d+(?=px)/, (size) => String(Number(size) * uPlot.pxRatio));
  ctx.textBaseline = "middle";
  model.lanes.forEach((lane, index) => {
    for (const segment of lane.segments) {
      const box = segmentBox(plot, model, index, segment);
      if (!(box.width > 0)) continue;
      ctx.fillStyle = withAlpha(segment.color, lane.fillOpacity);
      ctx.fillRect(box.left, box.top, Math.max(box.width, uPlot.pxRatio), box.height);
      const line = lane.lineWidth * uPlot.pxRatio;
      if (line > 0 && box.width > line) {
        ctx.lineWidth = line;
        ctx.strokeStyle = segment.color;
        ctx.strokeRect(box.left + line / 2, box.top + line / 2, box.width - line, box.height - line);
      }
      drawText(plot, model, lane, segment, box);
    }
  });
  ctx.restore();
}

function options(current: () => StateModel): ChartOptions {
  const model = current();
  const theme = chartThemes[model.theme];
  const labels = () =>
    current()
      .lanes.map(({ name }) => name)
      .reverse();
  const axis = { placement: "left", label: "", width: null } as const;
  const place = (row: number) => {
    const { lanes, laneHeight } = current();
    const { from, size } = lanePlace(lanes.length - 1 - row, lanes.length, laneHeight);
    return lanes.length * (1 - from - size / 2);
  };
  return {
    ms: 1,
    padding: [4, RIGHT_PADDING_PX, 0, null],
    scales: {
      x: timeScale(current),
      y: { range: () => [0, Math.max(1, current().lanes.length)] },
    },
    axes: [timeAxis(current, theme), rowAxis({ axis, theme, labels, between: false, grid: false, place })],
    series: [{}, { scale: "y", paths: () => null, points: { show: false } }],
    cursor: { points: { show: false } },
    hooks: { draw: [(plot) => drawLanes(plot, current())] },
  };
}

function segmentAt({ segments }: StateLane, timeMs: number): StateSegment | undefined {
  return segments.findLast(({ fromMs, toMs }) => fromMs <= timeMs && timeMs < toMs);
}

function pointedLane({ lanes, laneHeight }: StateModel, plot: uPlot, top: number | null): number {
  return top === null ? -1 : laneAt(1 - plot.posToVal(top, "y") / lanes.length, lanes.length, laneHeight);
}

function tooltip(model: StateModel, { plot, left, top, whole }: TooltipPlace): TooltipContent | null {
  if (model.tooltip === "none" || model.lanes.length === 0) return null;
  const timeMs = plot.posToVal(left, "x");
  const pointed = pointedLane(model, plot, top);
  const row = (lane: StateLane, index: number): TooltipRow => {
    const segment = segmentAt(lane, timeMs);
    const strong = model.tooltip === "multi" && index === pointed;
    return { color: segment?.color ?? null, name: lane.name, value: segment?.text ?? "no data", strong };
  };
  const single = model.lanes[pointed];
  if (model.tooltip === "multi" || top === null) {
    const { shown, more } = fittingRows(model.lanes, whole);
    return { title: timeText(timeMs, model.timeZone), rows: shown.map(row), more };
  }
  if (!single) return null;
  const segment = segmentAt(single, timeMs);
  if (!segment) return null;
  const times = [segment.fromMs, segment.toMs].map((time) => timeText(time, model.timeZone));
  return { title: `${times[0]} – ${times[1]}`, rows: [row(single, pointed)], more: 0 };
}

function pressed(model: StateModel, { plot, left, top }: TooltipPlace): PressedSeries | null {
  const lane = model.lanes[pointedLane(model, plot, top)];
  if (!lane) return null;
  const { name, labels, links } = lane;
  return { name, labels, links: links?.(plot.posToVal(left, "x")) ?? [] };
}

/** Lanes of coloured states over time. */
export const stateChart: ChartKind<StateModel> = {
  overTime: true,
  structure: ({ theme, timeZone }) => JSON.stringify([theme, timeZone]),
  options,
  data: (model) => [model.timesMs, model.timesMs.map(() => null)],
  tooltip,
  pressed,
};
