import type uPlot from "uplot";
import { axisTimeTexts, longestAxisText } from "@/lib/shared/panels/timeseries/time-text";
import { timeTicks } from "@/lib/shared/panels/timeseries/time-ticks";
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
  return {
    scale: "x",
    stroke: theme.text,
    font: axisFont(),
    size: 26,
    gap: 6,
    space: (_plot, _axis, min, max, width) => {
      const increment = ((max - min) / Math.max(1, width)) * 60;
      const longest = longestAxisText(min, max, current().timeZone, increment);
      return measureText(longest) + LABEL_DISTANCE_PX;
    },
    splits: (_plot, _axis, min, max, increment) => timeTicks(min, max, increment, current().timeZone),
    values: (plot, splits, _axis, _space, increment) => {
      const { min = 0, max = 0 } = plot.scales.x ?? {};
      return axisTimeTexts(splits, current().timeZone, increment, max - min);
    },
    grid: { show: grid, stroke: theme.grid, width: 1 },
    ticks: { show: true, stroke: theme.grid, width: 1, size: 4 },
  };
}
