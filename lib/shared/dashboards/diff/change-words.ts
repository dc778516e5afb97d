import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";

const words: [prefix: string, word: string][] = [
  ["fieldConfig.defaults.thresholds", "thresholds"],
  ["fieldConfig.defaults.unit", "unit"],
  ["fieldConfig.defaults.decimals", "decimals"],
  ["fieldConfig.defaults.min", "minimum"],
  ["fieldConfig.defaults.max", "maximum"],
  ["fieldConfig.defaults.mappings", "value mappings"],
  ["fieldConfig.defaults.color", "colour"],
  ["fieldConfig.defaults.custom", "drawing style"],
  ["fieldConfig.overrides", "overrides"],
  ["options.legend", "legend"],
  ["options.tooltip", "tooltip"],
  ["options.reduceOptions", "calculation"],
  ["options", "options"],
  ["transformations", "transformations"],
  ["gridPos", "place"],
  ["datasource", "datasource"],
  ["title", "title"],
  ["type", "type"],
  ["description", "description"],
  ["links", "links"],
  ["repeat", "repetition"],
  ["interval", "minimum step"],
  ["maxDataPoints", "maximum of points"],
];

const threshold = /^fieldConfig\.defaults\.thresholds\.steps\.(\d+)\.(\w+)$/;
const override = /^fieldConfig\.overrides\.(\d+)\b/;

/** What a path inside a panel is called when one talks about it. */
export function panelWord(path: JsonPath): string {
  const text = path.join(".");
  const [, step, key] = threshold.exec(text) ?? [];
  if (step !== undefined)
    return key === "value" ? `threshold ${Number(step) + 1}` : `${key} of threshold ${Number(step) + 1}`;
  const [, number] = override.exec(text) ?? [];
  if (number !== undefined) return `override ${Number(number) + 1}`;
  const found = words.find(([prefix]) => text === prefix || text.startsWith(`${prefix}.`));
  return found?.[1] ?? text;
}

const dashboardWords: Record<string, string> = {
  time: "default time range",
  refresh: "default refresh",
  tags: "tags",
  title: "title",
  description: "description",
  graphTooltip: "crosshair",
  timezone: "time zone",
  links: "links",
  annotations: "annotations",
};

export function dashboardWord(path: JsonPath): string {
  return dashboardWords[String(path[0])] ?? path.join(".");
}
