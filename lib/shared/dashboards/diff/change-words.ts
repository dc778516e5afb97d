import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { queryWord } from "./query-word";

/** As the editor calls them, the longest paths first. */
const words: [prefix: string, word: string][] = [
  ["fieldConfig.defaults.thresholds.mode", "mode of thresholds"],
  ["fieldConfig.defaults.thresholds", "thresholds"],
  ["fieldConfig.defaults.unit", "unit"],
  ["fieldConfig.defaults.decimals", "decimals"],
  ["fieldConfig.defaults.min", "minimum"],
  ["fieldConfig.defaults.max", "maximum"],
  ["fieldConfig.defaults.noValue", "no value"],
  ["fieldConfig.defaults.displayName", "display name"],
  ["fieldConfig.defaults.mappings", "value mappings"],
  ["fieldConfig.defaults.color", "colour"],
  ["fieldConfig.defaults.links", "data links"],
  ["fieldConfig.defaults.custom.drawStyle", "style"],
  ["fieldConfig.defaults.custom.lineInterpolation", "line"],
  ["fieldConfig.defaults.custom.lineWidth", "line width"],
  ["fieldConfig.defaults.custom.fillOpacity", "fill opacity"],
  ["fieldConfig.defaults.custom.showPoints", "points"],
  ["fieldConfig.defaults.custom.stacking.mode", "stacking"],
  ["fieldConfig.defaults.custom.spanNulls", "connected gaps"],
  ["fieldConfig.defaults.custom.axisPlacement", "axis"],
  ["fieldConfig.defaults.custom.axisLabel", "label of the axis"],
  ["fieldConfig.defaults.custom.width", "column width"],
  ["fieldConfig.defaults.custom.hidden", "hiding in the table"],
  ["fieldConfig.overrides", "overrides"],
  ["options.legend.displayMode", "legend"],
  ["options.legend.showLegend", "showing of the legend"],
  ["options.legend.placement", "placement of the legend"],
  ["options.legend.calcs", "values of the legend"],
  ["options.tooltip.mode", "tooltip"],
  ["options.reduceOptions.calcs", "calculation"],
  ["options.orientation", "orientation"],
  ["options.colorMode", "colour mode"],
  ["options.graphMode", "sparkline"],
  ["options.textMode", "text"],
  ["options.content", "content"],
  ["options.mode", "mode"],
  ["transformations", "transformations"],
  ["gridPos", "place"],
  ["datasource", "datasource"],
  ["title", "title"],
  ["type", "type"],
  ["description", "description"],
  ["transparent", "transparent background"],
  ["links", "links"],
  ["repeat", "repetition"],
  ["repeatDirection", "direction of repetition"],
  ["maxPerRow", "most on a line"],
  ["interval", "minimum step"],
  ["maxDataPoints", "max data points"],
  ["timeFrom", "relative time"],
  ["timeShift", "time shift"],
  ["collapsed", "collapsing"],
  ["libraryPanel", "library panel"],
  ["pluginVersion", "version of the plugin"],
];

const threshold = /^fieldConfig\.defaults\.thresholds\.steps\.(\d+)\.(\w+)$/;
const override = /^fieldConfig\.overrides\.(\d+)\b/;

/** What a path inside a panel is called when one talks about it. */
export function panelWord(path: JsonPath): string {
  const [first, ref = "", ...rest] = path;
  if (first === "targets" && path.length > 1) return queryWord(String(ref).replace(/^#/, ""), rest);
  const text = path.join(".");
  const [, step, key] = threshold.exec(text) ?? [];
  if (step !== undefined) {
    const name = key === "color" ? "colour" : key;
    return key === "value" ? `threshold ${Number(step) + 1}` : `${name} of threshold ${Number(step) + 1}`;
  }
  const [, number] = override.exec(text) ?? [];
  if (number !== undefined) return `override ${Number(number) + 1}`;
  const found = words.find(([prefix]) => text === prefix || text.startsWith(`${prefix}.`));
  return found?.[1] ?? inWords(text.replace(/^(options|fieldConfig\.defaults(\.custom)?)\./, ""));
}

/** `nullPointMode` is read as three words. */
function inWords(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

const settingWords: [prefix: string, word: string][] = [
  ["time.from", "start of the default time range"],
  ["time.to", "end of the default time range"],
  ["time", "default time range"],
  ["refresh", "default refresh"],
  ["graphTooltip", "crosshair"],
  ["timezone", "time zone"],
  ["weekStart", "first day of the week"],
  ["timepicker.refresh_intervals", "refresh intervals"],
  ["timepicker", "time picker"],
  ["schemaVersion", "schema version"],
  ["panelsmith.lintExceptions", "kept findings"],
];

export function dashboardWord(path: JsonPath): string {
  return prefixWord(settingWords, path.join("."));
}

const variableWords: [prefix: string, word: string][] = [
  ["current", "chosen value"],
  ["options", "choices"],
  ["multi", "several values"],
  ["includeAll", "All"],
  ["allValue", "value of All"],
  ["hide", "display"],
  ["query.query", "query"],
  ["skipUrlSync", "staying out of the address"],
];

export function variableWord(path: JsonPath): string {
  return prefixWord(variableWords, path.join("."));
}

function prefixWord(known: readonly [string, string][], text: string): string {
  return known.find(([prefix]) => text === prefix || text.startsWith(`${prefix}.`))?.[1] ?? text;
}
