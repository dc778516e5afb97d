import type uPlot from "uplot";
import type { ValueScaleModel } from "@/lib/shared/panels/timeseries/time-chart-model";
import { AXIS_FONT_PX, type ChartTheme } from "./chart-theme";
import { axisFont, fitText, measureText } from "./measure-text";

const RIGHT = 1;
const LEFT = 3;
const GAP_PX = 5;
const TICK_PX = 4;
/** Low charts get denser ticks, as in Grafana. */
const LOW_CHART_PX = 150;
const TICK_SPACE_PX = 30;
/** Least distance between the grid lines of a logarithmic scale. */
const LOG_GRID_PX = 6;
const DECIMAL_STEPS = Array.from({ length: 32 }, (_, index) => index - 16).flatMap((power) =>
  [1, 2, 2.5, 5].map((step) => Number(`${step}e${power}`)),
);
const BINARY_STEPS = Array.from({ length: 91 }, (_, index) => 2 ** (index - 20));

/** Digits behind the point that tell ticks of this distance apart. */
export function tickDecimals(increment: number): number {
  const text = String(Number(increment.toPrecision(6)));
  const [mantissa = "", exponent = "0"] = text.split("e");
  const digits = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, digits - Number(exponent));
}

/** Distances that ticks may have, rising. */
export function tickSteps({
  binary,
  finestStep,
}: Pick<ValueScaleModel, "binary" | "finestStep">): readonly number[] {
  if (binary) return BINARY_STEPS;
  if (finestStep === null) return DECIMAL_STEPS;
  return DECIMAL_STEPS.filter((step) => {
    const multiple = step / finestStep;
    return multiple > 0.5 && Math.abs(multiple - Math.round(multiple)) < 1e-6;
  });
}

/** Steps for values beyond those of the usual ones, which end at 10^15. */
export function farSteps(span: number): readonly number[] {
  const power = Math.floor(Math.log10(span)) - 1;
  if (!(power > 15)) return [];
  return [power, power + 1].flatMap((one) => [1, 2, 2.5, 5].map((step) => Number(`${step}e${one}`)));
}

function widestLabel(values: (string | number | null)[] | null): number {
  return Math.max(0, ...(values ?? []).map((value) => measureText(String(value ?? ""))));
}

/** Where decades are narrow, only their borders keep a line. */
function sparseLogGrid(
  plot: uPlot,
  { bounds, distribution }: ValueScaleModel,
  splits: number[],
): (number | null)[] {
  if (distribution.type === "linear") return splits;
  const decades = Math.log(bounds[1] / bounds[0]) / Math.log(distribution.base);
  const linePx = plot.over.clientHeight / Math.max(1, decades * (distribution.base - 1));
  if (linePx >= LOG_GRID_PX) return splits;
  const isBorder = (value: number) => {
    const power = Math.log(value) / Math.log(distribution.base);
    return Math.abs(power - Math.round(power)) < 1e-6;
  };
  return splits.map((split) => (isBorder(split) ? split : null));
}

/** One vertical axis, as wide as its labels. `scale()` is the newest model of the scale. */
export function valueAxis(scale: () => ValueScaleModel, theme: ChartTheme): uPlot.Axis {
  const { key, placement, label, grid, border, color, distribution } = scale();
  return {
    scale: key,
    side: placement === "right" ? RIGHT : LEFT,
    show: placement !== "hidden",
    stroke: color ?? theme.text,
    font: axisFont(),
    gap: GAP_PX,
    space: (_plot, _axis, _min, _max, height) => (height <= LOW_CHART_PX ? TICK_SPACE_PX / 2 : TICK_SPACE_PX),
    size: (plot, values) =>
      scale().width ?? Math.ceil(Math.min(widestLabel(values), plot.width / 3) + GAP_PX + TICK_PX),
    ...(distribution.type === "linear"
      ? { incrs: (_plot, _axis, min, max) => [...tickSteps(scale()), ...farSteps(max - min)] }
      : {}),
    values: (plot, splits, _axis, _space, increment) => {
      const decimals = tickDecimals(increment);
      const width = plot.width / 3;
      return splits.map((split) =>
        split === null ? null : fitText(scale().format(split, decimals > 0 ? decimals : undefined), width),
      );
    },
    grid: {
      show: grid,
      stroke: theme.grid,
      width: 1,
      ...(distribution.type === "log"
        ? { filter: (plot, splits) => sparseLogGrid(plot, scale(), splits) }
        : {}),
    },
    ticks: { show: border, stroke: theme.border, width: 1, size: TICK_PX },
    border: { show: border, stroke: color ?? theme.border, width: 1 },
    ...(label ? { label, labelFont: axisFont(), labelSize: AXIS_FONT_PX + 8, labelGap: 2 } : {}),
  };
}
