import { type DisplayContext, displayProcessor, displayText } from "@/lib/shared/panels/fields/display-value";
import { seriesColor } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { absoluteSteps } from "@/lib/shared/panels/fields/thresholds";
import { finestStep } from "./finest-step";
import type { PlottableSeries } from "./plottable-series";
import type { PlottedValue, ScaleDistribution, ThresholdLines, ValueScaleModel } from "./time-chart-model";
import { type BoundsRule, extentOf, valueBounds } from "./value-bounds";

/** Units whose ticks lie at powers of two. */
const BINARY_UNITS = new Set([
  ...["bytes", "bits", "kbytes", "mbytes", "gbytes", "tbytes", "pbytes", "binBps", "binbps"],
  ...["KiBs", "Kibits", "MiBs", "Mibits", "GiBs", "Gibits", "TiBs", "Tibits", "PiBs", "Pibits"],
]);

export interface ValueScales {
  scales: ValueScaleModel[];
  /** Per series, the key of its scale. */
  keys: string[];
}

/** Series with the same unit, bounds and axis settings share a scale; the first scale stands left, others right. */
export function valueScales(
  series: PlottableSeries[],
  values: PlottedValue[][],
  context: DisplayContext,
): ValueScales {
  const members = new Map<string, number[]>();
  const keys = series.map((one) => scaleKey(one));
  for (const [index, key] of keys.entries()) members.set(key, [...(members.get(key) ?? []), index]);

  const scales: ValueScaleModel[] = [];
  for (const [key, indices] of members) {
    const shown = indices.filter((index) => series[index]?.visible);
    const leading = series[shown[0] ?? indices[0] ?? 0];
    if (!leading) continue;
    const hasLeft = scales.some(({ placement }) => placement === "left");
    scales.push(
      scaleModel({
        key,
        leading,
        hasLeft,
        isUsed: shown.length > 0,
        isFirst: scales.length === 0,
        values: shown.map((index) => values[index] ?? []),
        context,
      }),
    );
  }
  return { scales, keys };
}

function scaleKey({ field, custom }: PlottableSeries): string {
  const { unit, min, max } = field.options;
  return JSON.stringify([
    custom.stacking.mode === "percent" ? "percentunit" : (unit ?? ""),
    min ?? null,
    max ?? null,
    custom.axisSoftMin ?? null,
    custom.axisSoftMax ?? null,
    custom.axisPlacement,
    custom.axisLabel,
    custom.axisCenteredZero,
    distributionOf(custom.scaleDistribution),
  ]);
}

function distributionOf(stored: PlottableSeries["custom"]["scaleDistribution"]): ScaleDistribution {
  if (stored.type === "linear") return { type: "linear" };
  if (stored.type === "log") return { type: "log", base: stored.log };
  return { type: "symlog", base: stored.log, linearThreshold: stored.linearThreshold };
}

interface ScaleDraft {
  key: string;
  leading: PlottableSeries;
  hasLeft: boolean;
  isFirst: boolean;
  isUsed: boolean;
  values: PlottedValue[][];
  context: DisplayContext;
}

function scaleModel({
  key,
  leading,
  hasLeft,
  isFirst,
  isUsed,
  values,
  context,
}: ScaleDraft): ValueScaleModel {
  const { field, custom } = leading;
  const percent = custom.stacking.mode === "percent";
  const distribution = distributionOf(custom.scaleDistribution);
  const extent = extentOf(values, distribution.type === "log");
  const isYesOrNo = field.options.unit?.startsWith("bool") === true;
  const bounds: [number, number] = isYesOrNo
    ? [0, 1]
    : valueBounds(extent, boundsRule(leading, distribution));
  const auto = hasLeft ? "right" : "left";
  const placement = custom.axisPlacement === "auto" ? auto : custom.axisPlacement;
  const process = displayProcessor(
    percent ? { ...field, options: { ...field.options, unit: "percentunit", mappings: [] } } : field,
    context,
  );
  const format = (value: number, decimals?: number) => displayText(process(value, decimals));
  return {
    key,
    placement: isUsed ? placement : "hidden",
    label: custom.axisLabel,
    distribution,
    bounds,
    binary: BINARY_UNITS.has(field.options.unit ?? ""),
    finestStep: finestStep({ ...field.options, ...(percent ? { unit: "percentunit" } : {}), format }),
    width: custom.axisWidth ?? null,
    grid: custom.axisGridShow ?? isFirst,
    border: custom.axisBorderShow,
    color: custom.axisColorMode === "series" ? seriesColor(field, context.theme) : null,
    thresholds: thresholdLines(leading, bounds, context),
    format,
  };
}

function boundsRule({ field, custom }: PlottableSeries, distribution: ScaleDistribution): BoundsRule {
  const percent = custom.stacking.mode === "percent";
  const { min, max, decimals } = field.options;
  return {
    distribution,
    decimals,
    min,
    max: max ?? (percent ? 1 : undefined),
    softMin: custom.axisSoftMin ?? (percent ? 0 : undefined),
    softMax: custom.axisSoftMax,
    centeredZero: custom.axisCenteredZero,
  };
}

function thresholdLines(
  { field, custom }: PlottableSeries,
  bounds: [number, number],
  { theme }: DisplayContext,
): ThresholdLines | null {
  const { mode } = custom.thresholdsStyle;
  if (mode === "off" || mode === "series") return null;
  const steps = absoluteSteps(field.options.thresholds, { min: bounds[0], max: bounds[1] });
  if (steps.length === 0) return null;
  return {
    stops: steps.map(({ value, color }) => ({ value, color: colorByName(color, theme) })),
    lines: mode.startsWith("line") ? "solid" : mode.startsWith("dashed") ? "dashed" : "none",
    areas: mode.endsWith("area"),
  };
}
