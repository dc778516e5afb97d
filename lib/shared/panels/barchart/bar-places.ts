import { lanePlace } from "@/lib/shared/panels/state-timeline/lane-places";

interface BarWidths {
  categories: number;
  /** Drawn, and with those that the legend hides. */
  series: number;
  allSeries: number;
  stacked: boolean;
  groupWidth: number;
  barWidth: number;
}

/** Shares of the chart along its categories. */
export interface BarPlaces {
  place: (category: number, series: number) => { from: number; size: number };
  /** The scale of category numbers on which each category's middle is the middle of its bars. */
  extent: [from: number, to: number];
}

/** Where bars stand, as in Grafana: the first group at the beginning, the last at the end, the rest evenly between. */
export function barPlaces(widths: BarWidths): BarPlaces {
  const { categories, series, stacked } = widths;
  const [group, bar] = shares(widths);
  const half = lanePlace(0, categories, group).size / 2;
  const last = Math.max(1, categories - 1);
  const margin = half >= 0.5 ? last : (last / (1 - half * 2) - last) / 2;
  return {
    extent: half >= 0.5 ? [-last, last] : [-margin, last + margin],
    place: (category, index) => {
      const whole = lanePlace(category, categories, group);
      if (stacked) return whole;
      const own = lanePlace(index, series, bar);
      return { from: whole.from + whole.size * own.from, size: whole.size * own.size };
    },
  };
}

function shares({ series, allSeries, stacked, groupWidth, barWidth }: BarWidths): [number, number] {
  if (stacked) return [barWidth, 1];
  if (series === 1) return [allSeries === 1 ? barWidth : groupWidth, 1];
  return [groupWidth, barWidth];
}
