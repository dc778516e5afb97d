import type { FieldLink } from "@/lib/shared/panels/fields/field-links";

/** What is plotted at each time: a number, null where the line breaks, undefined where it runs on. */
export type PlottedValue = number | null | undefined;

export type ScaleDistribution =
  | { type: "linear" }
  | { type: "log"; base: 2 | 10 }
  | { type: "symlog"; base: 2 | 10; linearThreshold: number };

/** Colours from the bottom up: each holds from `value` to the next stop. */
export interface ColorStop {
  value: number;
  color: string;
}

export interface ThresholdLines {
  stops: ColorStop[];
  lines: "none" | "solid" | "dashed";
  areas: boolean;
}

export interface ValueScaleModel {
  key: string;
  placement: "left" | "right" | "hidden";
  label: string;
  distribution: ScaleDistribution;
  bounds: [min: number, max: number];
  /** Ticks lie at powers of two apart. */
  binary: boolean;
  /** Ticks lie whole multiples of this apart, so that labels of few decimals stay true; null is free. */
  finestStep: number | null;
  /** Fixed width in px; null fits the labels. */
  width: number | null;
  grid: boolean;
  border: boolean;
  /** Colour of the labels when they take the series' colour. */
  color: string | null;
  thresholds: ThresholdLines | null;
  /** `decimals` is what tells neighbouring ticks apart. */
  format: (value: number, decimals?: number) => string;
}

export interface TimeSeriesModel {
  /** Stays the same over refreshes. */
  key: string;
  name: string;
  labels: Record<string, string>;
  color: string;
  scaleKey: string;
  visible: boolean;
  draw: "line" | "bars" | "points";
  interpolation: "linear" | "smooth" | "stepBefore" | "stepAfter";
  lineWidth: number;
  dash: number[] | null;
  roundDots: boolean;
  /** 0 to 1. */
  fillOpacity: number;
  gradient: "none" | "opacity" | "hue" | "scheme";
  /** Stops of a scheme gradient, in the scale's values. */
  stops: ColorStop[];
  /** Colours of a gradient of hues. */
  hues: [top: string, bottom: string] | null;
  points: "auto" | "never" | "always";
  pointSize: number;
  spanGaps: boolean;
  bar: { alignment: -1 | 0 | 1; widthFactor: number; maxWidth: number };
  /** Values as they are drawn: transformed and stacked. */
  plotted: PlottedValue[];
  /** Values as they were measured, for the tooltip. */
  raw: (number | null)[];
  inTooltip: boolean;
  format: (value: number | null) => string;
  /** Where the sample of a time (index) leads; null without data links. */
  links: ((index: number) => FieldLink[]) | null;
}

/** Fills the space between two series (indices into `series`). */
export interface BandModel {
  upper: number;
  lower: number;
  fill: string | null;
  /** Filled where the first lies below the second. */
  down: boolean;
}

/** A stretch of time that is marked; null where it has no area or no edges. */
export interface TimeRegion {
  fromMs: number;
  toMs: number;
  fill: string | null;
  line: string | null;
}

export interface TooltipModel {
  mode: "single" | "multi" | "none";
  sort: "none" | "asc" | "desc";
  hideZeros: boolean;
}

export interface TimeChartModel {
  theme: "dark" | "light";
  timeZone: string;
  range: { fromMs: number; toMs: number };
  timesMs: number[];
  series: TimeSeriesModel[];
  bands: BandModel[];
  scales: ValueScaleModel[];
  tooltip: TooltipModel;
  regions: TimeRegion[];
}
