import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readDecimals } from "./read-field-options";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import { readSinglestatMappings } from "./read-mappings";
import { readOldCalc } from "./read-old-calcs";
import type { FieldOptions } from "./reading-model";

/** The Angular single stat: a gauge where it showed one, else a stat. */
export function readSinglestat(raw: JsonObject): PanelShape {
  const gauge = readObject(raw.gauge);
  const isGauge = gauge.show === true;
  const sparkline = readObject(raw.sparkline);
  const coloured = raw.colorBackground === true || raw.colorValue === true;
  const lineColor = readString(sparkline.lineColor);
  const defaults: FieldOptions = compact({
    unit: readString(raw.format) || undefined,
    decimals: readDecimals(raw.decimals),
    noValue: readString(raw.nullText) || undefined,
    thresholds: readColorThresholds(raw.thresholds, raw.colors),
    mappings: readSinglestatMappings(raw),
    min: isGauge ? readNumber(gauge.minValue) : undefined,
    max: isGauge ? readNumber(gauge.maxValue) : undefined,
    color: !coloured && lineColor && !isGauge ? { mode: "fixed", fixedColor: lineColor } : undefined,
    custom: {},
  });
  // Angular looked at the column only where the query answered with a table.
  const isTable = readObjects(raw.targets).some((target) => target.format === "table");
  // `last_time` is no calculation of the values but the time of the last of them.
  const column = raw.valueName === "last_time" ? "Time" : isTable ? readString(raw.tableColumn) : "";
  const reduceOptions = {
    calcs: [readOldCalc(readString(raw.valueName))],
    fields: column ? `/^${escapeRegex(column)}$/` : "",
    values: false,
  };
  const fieldConfig = { defaults, overrides: [] };
  if (isGauge)
    return {
      type: "gauge",
      options: {
        reduceOptions,
        showThresholdMarkers: gauge.thresholdMarkers !== false,
        showThresholdLabels: gauge.thresholdLabels === true,
      },
      fieldConfig,
    };
  return {
    type: "stat",
    fieldConfig,
    options: {
      reduceOptions,
      orientation: "horizontal",
      justifyMode: "center",
      graphMode: sparkline.show === true ? "area" : "none",
      colorMode: raw.colorBackground === true ? "background" : raw.colorValue === true ? "value" : "none",
      textMode: raw.valueName === "name" ? "name" : "value",
      ...affixes(raw),
    },
  };
}

function affixes(raw: JsonObject): JsonObject {
  const prefix = readString(raw.prefix);
  const postfix = readString(raw.postfix);
  return {
    ...(prefix ? { prefix } : {}),
    ...(postfix && !isPlural(postfix, raw.format) ? { postfix } : {}),
  };
}

/** Durations were "2.3 week" once, and this made them many; now their unit is "weeks". */
function isPlural(postfix: string, format: unknown): boolean {
  return postfix.trim() === "s" && durations.has(readString(format));
}

const durations = new Set(["s", "ms", "m", "h", "d"]);

/** `"70,90"` with three colours; the first colour holds below the first number. */
export function readColorThresholds(json: unknown, colors: unknown): FieldOptions["thresholds"] {
  const names = readArray(colors).filter((color) => typeof color === "string");
  if (names.length === 0) return undefined;
  const texts = Array.isArray(json) ? json : readString(json).split(",");
  const levels = texts.map(readNumber).filter((level) => level !== undefined);
  const steps = [Number.NEGATIVE_INFINITY, ...levels].map((value, i) => ({
    value,
    color: names[i] ?? names.at(-1) ?? "green",
  }));
  return { mode: "absolute", steps };
}

export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
