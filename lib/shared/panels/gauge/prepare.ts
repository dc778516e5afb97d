import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { readableColor } from "@/lib/shared/panels/fields/color-math";
import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { displayText, displayValue } from "@/lib/shared/panels/fields/display-value";
import { fieldRange, isColorByValue, valueColor } from "@/lib/shared/panels/fields/field-color";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { absoluteSteps } from "@/lib/shared/panels/fields/thresholds";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { type SingleValue, singleValues } from "@/lib/shared/panels/single-values/single-values";
import { GaugeOptions } from "./options";

export interface GaugeDial {
  key: string;
  /** Empty when there is only one dial: the panel's title names it. */
  title: string;
  text: string;
  textColor: string;
  color: string;
  /** How far the arc is filled, 0 to 1. */
  share: number;
  /** The outer ring: threshold or scheme colours over shares of the arc. */
  bands: { from: number; to: number; color: string }[];
  /** Both ends and the thresholds between them, where the panel shows them. */
  labels: { at: number; text: string }[];
  links: SingleValue["links"];
}

export interface GaugeModel {
  dials: GaugeDial[];
  orientation: GaugeOptions["orientation"];
  /** The least size of a dial; null fits them all. */
  least: { width: number; height: number } | null;
  titleSize?: number;
  valueSize?: number;
}

const schemeBands = 24;

/** Decides the dials of a gauge panel: fill, ring, texts. */
export function prepareGauge(panel: ReadPanel, data: PanelData, context: PrepareContext): GaugeModel {
  const options = GaugeOptions.parse(panel.options);
  const values = singleValues(panel, data, context);
  const named = values.length > 1 || panel.title === "";
  return {
    dials: values.map((value) => dial(value, named, options, context)),
    orientation: options.orientation,
    least: options.sizing === "manual" ? { width: options.minVizWidth, height: options.minVizHeight } : null,
    titleSize: options.text.titleSize,
    valueSize: options.text.valueSize,
  };
}

function dial(value: SingleValue, named: boolean, options: GaugeOptions, context: PrepareContext): GaugeDial {
  const { field, display } = value;
  const { min, max } = fieldRange(field);
  const text = (number: number) =>
    displayText(displayValue({ ...field, options: { ...field.options, mappings: [] } }, number, context));
  const bands = options.showThresholdMarkers ? ringBands(field, context) : [];
  return {
    key: value.key,
    title: named ? value.title : "",
    text: displayText(display) || "No data",
    textColor: readableColor(display.color, colorByName("panel-bg", context.theme), 3),
    color: display.color,
    share: Number.isNaN(display.numeric) ? 0 : clampShare(display.percent),
    bands,
    labels: options.showThresholdLabels ? thresholdLabels(field, { min, max }, text) : [],
    links: value.links,
  };
}

function ringBands(field: Field, context: PrepareContext): GaugeDial["bands"] {
  if (!isColorByValue(field.options)) return [];
  const range = fieldRange(field);
  const mode = field.options.color?.mode ?? "thresholds";
  if (mode.startsWith("continuous")) {
    return Array.from({ length: schemeBands }, (_, i) => {
      const share = (i + 0.5) / schemeBands;
      return {
        from: i / schemeBands,
        to: (i + 1) / schemeBands,
        color: valueColor(field, 0, share, context.theme),
      };
    });
  }
  const steps = absoluteSteps(field.options.thresholds, range);
  return steps.flatMap((step, i) => {
    const from = shareOf(step.value, range);
    const to = i + 1 < steps.length ? shareOf(steps[i + 1]?.value ?? range.max, range) : 1;
    return to > from ? [{ from, to, color: colorByName(step.color, context.theme) }] : [];
  });
}

function thresholdLabels(
  field: Field,
  range: { min: number; max: number },
  text: (value: number) => string,
): GaugeDial["labels"] {
  const between = absoluteSteps(field.options.thresholds, range)
    .map((step) => step.value)
    .filter((value) => value > range.min && value < range.max);
  return [...new Set([range.min, ...between, range.max])].map((value) => ({
    at: shareOf(value, range),
    text: text(value),
  }));
}

function shareOf(value: number, { min, max }: { min: number; max: number }): number {
  return max > min ? clampShare((value - min) / (max - min)) : 0;
}

export function clampShare(share: number): number {
  return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
}
