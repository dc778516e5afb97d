import uPlot from "uplot";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";
import { tickStride } from "@/lib/shared/panels/barchart/tick-stride";
import { AXIS_FONT_PX, type ChartTheme } from "./chart-theme";
import { axisFont, fitText, measureText } from "./measure-text";

const [BOTTOM, LEFT] = [2, 3];
const GAP_PX = 8;
const MOST_SHARE = 0.35;

/** The names of the categories, below upright bars or beside lying ones. */
export function categoryAxis(current: () => BarchartModel, theme: ChartTheme, across: boolean): uPlot.Axis {
  const { tickRotation, categoryLabel } = current();
  const turned = !across && tickRotation !== 0;
  const longest = () => Math.max(0, ...current().ticks.map(measureText));
  return {
    scale: "x",
    side: across ? LEFT : BOTTOM,
    stroke: theme.text,
    font: axisFont(),
    gap: GAP_PX,
    splits: () => current().ticks.map((_, index) => index),
    values: (plot) => (across ? besideBars(plot, current()) : belowBars(plot, current())),
    size: (plot) => {
      if (across) return Math.ceil(Math.min(longest(), plot.width * MOST_SHARE)) + GAP_PX + 4;
      const lean = turned ? Math.abs(Math.sin((tickRotation * Math.PI) / 180)) * longest() : 0;
      return Math.ceil(Math.min(plot.height / 3, AXIS_FONT_PX + lean) + GAP_PX + 6);
    },
    ...(turned ? { rotate: -tickRotation } : {}),
    grid: { show: false },
    ticks: { show: false },
    ...(categoryLabel
      ? { label: categoryLabel, labelFont: axisFont(), labelSize: AXIS_FONT_PX + 8, labelGap: 2 }
      : {}),
  };
}

/** Names that do not fit are cut; where they have hardly any room, some are left out. */
function belowBars(plot: uPlot, { ticks, tickRotation, tickSpacing }: BarchartModel): string[] {
  const width = plot.bbox.width / uPlot.pxRatio;
  if (tickSpacing !== 0) return spaced(ticks, width, tickSpacing);
  if (tickRotation !== 0) return ticks;
  const { every, room } = tickStride(ticks.length, width, longestOf(ticks));
  return ticks.map((tick, index) => (index % every === 0 ? fitText(tick, room) : ""));
}

function longestOf(ticks: string[]): number {
  return Math.max(1, ...ticks.map(measureText));
}

/** As Grafana thins them out; below zero, those at the end are kept. */
function spaced(ticks: string[], width: number, spacing: number): string[] {
  const most = Math.abs(Math.floor(width / spacing));
  const every = ticks.length < most ? 1 : Math.ceil(ticks.length / Math.max(1, most));
  const last = ticks.length - 1;
  return ticks.map((tick, index) => ((spacing > 0 ? index : last - index) % every === 0 ? tick : ""));
}

function besideBars(plot: uPlot, { ticks }: BarchartModel): string[] {
  const height = plot.bbox.height / uPlot.pxRatio;
  const every = Math.max(1, Math.ceil((ticks.length * (AXIS_FONT_PX + 2)) / Math.max(1, height)));
  return ticks.map((tick, index) => (index % every === 0 ? fitText(tick, plot.width * MOST_SHARE) : ""));
}
