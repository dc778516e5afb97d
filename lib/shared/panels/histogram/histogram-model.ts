export interface HistogramSeries {
  key: string;
  name: string;
  color: string;
  visible: boolean;
  fillOpacity: number;
  lineWidth: number;
  /** Colours at the top and the bottom of the chart; null fills evenly. */
  gradient: [top: string, bottom: string] | null;
  inTooltip: boolean;
  counts: number[];
  /** Where its bars begin and end: on those of the series before, when they are stacked. */
  base: number[];
  top: number[];
}

export interface HistogramModel {
  theme: "dark" | "light";
  /** Where each bucket begins. */
  starts: number[];
  size: number;
  bounds: [min: number, max: number];
  countBounds: [min: number, max: number];
  series: HistogramSeries[];
  tooltip: "single" | "multi" | "none";
  formatValue: (value: number, decimals?: number) => string;
  formatCount: (count: number) => string;
  /** At the axis: counts, or shares where bars are stacked to the whole. */
  formatTop: (top: number) => string;
}
