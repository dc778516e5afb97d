export interface HistogramSeries {
  key: string;
  name: string;
  color: string;
  visible: boolean;
  fillOpacity: number;
  lineWidth: number;
  counts: number[];
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
}
