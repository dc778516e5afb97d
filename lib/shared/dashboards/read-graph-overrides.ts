import type { Json, JsonObject } from "@/lib/shared/json";
import { axisCustom, axisOptions, dash } from "./read-graph-axis";
import { readNumber, readObject, readObjects, readString } from "./read-json";
import type { ReadOverride } from "./reading-model";

type Property = ReadOverride["properties"][number];

/** A graph's alias colours and series overrides, as overrides of today. */
export function graphOverrides(raw: JsonObject): ReadOverride[] {
  const colors = Object.entries(readObject(raw.aliasColors)).flatMap(([name, color]): ReadOverride[] =>
    typeof color === "string"
      ? [{ matcher: { id: "byName", options: name }, properties: [fixedColor(color)] }]
      : [],
  );
  const [, right = {}] = readObjects(raw.yaxes);
  const series = readObjects(raw.seriesOverrides).flatMap((override): ReadOverride[] => {
    const properties = seriesProperties(override, right, raw);
    return properties.length === 0 ? [] : [{ matcher: aliasMatcher(readString(override.alias)), properties }];
  });
  return [...colors, ...series];
}

export function aliasMatcher(alias: string): ReadOverride["matcher"] {
  return { id: /^\/.*\/[a-z]*$/s.test(alias) ? "byRegexp" : "byName", options: alias };
}

function fixedColor(color: string): Property {
  return { id: "color", value: { mode: "fixed", fixedColor: color } };
}

const readers: Record<string, (value: Json, override: JsonObject) => Property[]> = {
  color: (value) => (typeof value === "string" ? [fixedColor(value)] : []),
  bars: (value) => (value === true ? [custom("drawStyle", "bars"), custom("fillOpacity", 100)] : []),
  lines: (value, override) => {
    if (value === true) return [custom("drawStyle", "line")];
    return override.bars === true ? [] : [custom("lineWidth", 0), custom("fillOpacity", 0)];
  },
  points: (value) => [custom("showPoints", value === true ? "always" : "never")],
  fill: (value) => [custom("fillOpacity", (readNumber(value) ?? 0) * 10)],
  fillGradient: (value) =>
    readNumber(value)
      ? [custom("gradientMode", "opacity"), custom("fillOpacity", (readNumber(value) ?? 0) * 10)]
      : [],
  fillBelowTo: (value) => [custom("fillBelowTo", readString(value)), custom("fillOpacity", 35)],
  linewidth: (value) => [custom("lineWidth", readNumber(value) ?? 1)],
  pointradius: (value) => [custom("pointSize", 2 + (readNumber(value) ?? 2) * 2)],
  steppedLine: (value) => (value === true ? [custom("lineInterpolation", "stepAfter")] : []),
  dashes: (value, override) => (value === true ? [custom("lineStyle", dash(override))] : []),
  transform: (value) => (value === "negative-Y" ? [custom("transform", "negative-Y")] : []),
  nullPointMode: (value) => [custom("spanNulls", value === "connected")],
  stack: (value) => {
    if (value === false) return [custom("stacking", { mode: "none", group: "A" })];
    return [custom("stacking", { mode: "normal", group: typeof value === "string" ? value : "A" })];
  },
  legend: (value) => (value === false ? [custom("hideFrom.legend", true)] : []),
  hiddenSeries: (value) => (value === true ? [custom("hideFrom.viz", true)] : []),
  hideTooltip: (value) => (value === true ? [custom("hideFrom.tooltip", true)] : []),
};

function seriesProperties(override: JsonObject, right: JsonObject, raw: JsonObject): Property[] {
  const own = Object.entries(override).flatMap(([key, value]) =>
    Object.hasOwn(readers, key) ? (readers[key]?.(value, override) ?? []) : [],
  );
  if (readNumber(override.yaxis) !== 2) return own;
  const shown = Object.entries({ axisPlacement: "right", ...axisCustom(right) });
  const options = Object.entries(axisOptions(right, raw)).map(([id, value]) => ({ id, value }));
  return [...own, ...options, ...shown.map(([id, value]) => custom(id, value))];
}

function custom(id: string, value: Json | undefined): Property {
  return { id: `custom.${id}`, value };
}
