import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readCurrent } from "./read-current";
import { readDecimals, readFieldOptions, readOverrides } from "./read-field-options";
import { graphOverrides } from "./read-graph-overrides";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import { readMappings } from "./read-mappings";
import { readOldCalc } from "./read-old-calcs";
import { readThresholds } from "./read-thresholds";
import type { FieldOptions } from "./reading-model";

/** Text panels before Grafana 7 kept mode and content at the panel. */
export function readText(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  const options = {
    mode: readString(raw.mode, "markdown"),
    content: readString(raw.content),
    ...current.options,
  };
  return { ...current, type: "text", options };
}

/** Grafana 6 kept `fieldOptions` (before that `valueOptions`) inside the options of stat, gauge and bar gauge. */
export function readSingleValue(raw: JsonObject): PanelShape {
  return withPercentRange(readSingleValueShape(raw), raw.pluginVersion);
}

const percentRanges: Record<string, number> = { percent: 100, percentunit: 1 };

/** Until Grafana 8 a percentage had its whole range unless told otherwise; what tells no version counts as old. */
function withPercentRange(shape: PanelShape, pluginVersion: unknown): PanelShape {
  const { defaults, overrides } = shape.fieldConfig;
  const most = Object.hasOwn(percentRanges, defaults.unit ?? "")
    ? percentRanges[defaults.unit ?? ""]
    : undefined;
  if (most === undefined || Number.parseFloat(readString(pluginVersion) || "6.1") >= 8) return shape;
  return { ...shape, fieldConfig: { defaults: { min: 0, max: most, ...defaults }, overrides } };
}

function readSingleValueShape(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  const { fieldOptions, valueOptions, ...options } = current.options;
  if (isJsonObject(fieldOptions)) return readFieldOptionsShape(current, fieldOptions, options);
  if (isJsonObject(valueOptions)) return readValueOptionsShape(current, valueOptions, options);
  return current;
}

function readFieldOptionsShape(current: PanelShape, old: JsonObject, options: JsonObject): PanelShape {
  const oldDefaults = readObject(old.defaults);
  const stored = readFieldOptions(oldDefaults);
  const mappings = stored.mappings ?? (Array.isArray(old.mappings) ? readMappings(old.mappings) : undefined);
  const thresholds = readThresholdList(oldDefaults.thresholds ?? old.thresholds);
  const calcs = readArray(old.calcs).filter((calc) => typeof calc === "string");
  const reduceOptions = {
    calcs: calcs.length > 0 ? calcs.map((calc) => readOldCalc(calc)) : ["mean"],
    values: old.values === true,
    ...(readNumber(old.limit) === undefined ? {} : { limit: readNumber(old.limit) ?? 0 }),
  };
  const own = current.fieldConfig;
  const defaults = {
    ...compact({ ...stored, mappings, thresholds }),
    ...own.defaults,
    custom: own.defaults.custom,
  };
  const overrides = [...readOverrides(old.overrides), ...own.overrides];
  return { ...current, options: { reduceOptions, ...options }, fieldConfig: { defaults, overrides } };
}

function readValueOptionsShape(current: PanelShape, old: JsonObject, options: JsonObject): PanelShape {
  const defaults: FieldOptions = compact({
    unit: readString(old.unit) || undefined,
    decimals: readDecimals(old.decimals),
    min: readNumber(options.minValue),
    max: readNumber(options.maxValue),
    thresholds: readThresholdList(options.thresholds),
    mappings: readMappings(options.valueMappings),
    ...current.fieldConfig.defaults,
  });
  const reduceOptions = { calcs: [readOldCalc(readString(old.stat))], values: false };
  return {
    ...current,
    options: { reduceOptions, ...options },
    fieldConfig: { ...current.fieldConfig, defaults },
  };
}

/** A bare list of `{index, value, color}`; it was sometimes stored highest first. */
function readThresholdList(json: unknown): FieldOptions["thresholds"] {
  if (!Array.isArray(json)) return readThresholds(json);
  const steps = readObjects(json).sort((a, b) => level(a) - level(b));
  return steps.length === 0 ? undefined : readThresholds({ mode: "absolute", steps });
}

function level(step: JsonObject): number {
  return readNumber(step.value) ?? Number.NEGATIVE_INFINITY;
}

/** The pie chart plugin that came before Grafana's own. */
export function readOldPie(raw: JsonObject): PanelShape {
  const legend = readObject(raw.legend);
  const values = ["value", "percent"].filter(
    (value) => legend[value === "value" ? "values" : "percentage"] === true,
  );
  const onGraph = raw.legendType === "On graph";
  const defaults: FieldOptions = compact({
    unit: readString(raw.format) || undefined,
    decimals: readDecimals(raw.decimals) ?? 0,
    color: { mode: "palette-classic" },
    custom: {},
  });
  return {
    type: "piechart",
    options: {
      pieType: raw.pieType === "donut" ? "donut" : "pie",
      reduceOptions: { calcs: [readOldCalc(readString(raw.valueName), "lastNotNull")], values: false },
      displayLabels: onGraph ? ["name", ...values] : [],
      legend: {
        showLegend: legend.show !== false && !onGraph,
        displayMode: values.length > 0 ? "table" : "list",
        placement: raw.legendType === "Right side" ? "right" : "bottom",
        values,
      },
    },
    fieldConfig: { defaults, overrides: graphOverrides({ aliasColors: raw.aliasColors ?? {} }) },
  };
}
