import uPlot from "uplot";
import { axisTimeText, intlZone } from "@/lib/shared/panels/timeseries/time-text";
import type { ChartTheme } from "./chart-theme";
import { axisFont, measureText } from "./measure-text";

interface TimeAxisModel {
  timeZone: string;
}

const LABEL_DISTANCE_PX = 18;
/** Right of the plot: half of a time stands there when the last tick is at the end. */
export const RIGHT_PADDING_PX = 20;

/** The bottom axis of every chart over time; ticks lie as far apart as their labels need. */
export function timeAxis(current: () => TimeAxisModel, theme: ChartTheme, grid = true): uPlot.Axis {
  const label = (timeMs: number, incrementMs: number, rangeMs: number) =>
    axisTimeText(timeMs, current().timeZone, incrementMs, rangeMs);
  return {
    scale: "x",
    stroke: theme.text,
    font: axisFont(),
    size: 26,
    gap: 6,
    space: (_plot, _axis, min, max, width) => {
      const increment = ((max - min) / Math.max(1, width)) * 60;
      return measureText(label(min, increment, max - min)) + LABEL_DISTANCE_PX;
    },
    values: (plot, splits, _axis, _space, increment) => {
      const { min = 0, max = 0 } = plot.scales.x ?? {};
      return splits.map((split) => label(split, increment, max - min));
    },
    grid: { show: grid, stroke: theme.grid, width: 1 },
    ticks: { show: true, stroke: theme.grid, width: 1, size: 4 },
  };
}

/** Puts ticks on round times of the zone; undefined leaves them to the browser's own. */
export function zonedDate(timeZone: string): ((timeMs: number) => Date) | undefined {
  const zone = intlZone(timeZone);
  return zone === undefined
    ? undefined
    : (timeMs) => uPlot.tzDate(new Date(timeMs), zone === "UTC" ? "Etc/UTC" : zone);
}
