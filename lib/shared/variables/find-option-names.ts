import { isJsonObject } from "@/lib/shared/json";
import { atOnce, type EachOf } from "./each-of";
import { isCostlyRegex } from "./is-costly-regex";
import { parseVariableQuery } from "./variable-query";

export type AskData = (path: string, params: Record<string, string | string[]>) => Promise<unknown>;

/** The names that a variable's query finds, before its regex and order. */
export async function findOptionNames(
  query: string,
  range: { fromMs: number; toMs: number },
  ask: AskData,
  eachOf: EachOf = atOnce,
): Promise<string[]> {
  const parsed = parseVariableQuery(query);
  if (!parsed) return [];
  const times = { start: String(range.fromMs / 1_000), end: String(range.toMs / 1_000) };
  const matching = (selector: string | null) =>
    selector === null ? times : { ...times, "match[]": selector };
  switch (parsed.kind) {
    case "labelValues":
      return toStrings(await ask(`label/${labelInPath(parsed.label)}/values`, matching(parsed.selector)));
    case "labelNames":
      return toStrings(await ask("labels", matching(parsed.selector))).filter((name) => name !== "__name__");
    case "metrics":
      return filterByPattern(toStrings(await ask("label/__name__/values", times)), parsed.pattern, eachOf);
    case "queryResult":
      return toSampleTexts(await ask("query", { query: parsed.expr, time: times.end }), eachOf);
    case "series":
      return toSeriesTexts(await ask("series", matching(parsed.selector)), eachOf);
  }
}

/** Prometheus' own escaping for names that stand in a path and hold other signs than the classic ones. */
function labelInPath(name: string): string {
  if (/^[a-zA-Z_]\w*$/.test(name)) return name;
  const escaped = Array.from(name, (sign) => {
    if (sign === "_") return "__";
    return /[a-zA-Z0-9]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16)}_`;
  });
  return `U__${escaped.join("")}`;
}

function toStrings(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((item): item is string => typeof item === "string") : [];
}

async function filterByPattern(names: string[], pattern: string, eachOf: EachOf): Promise<string[]> {
  if (pattern.length > longestPattern || isCostlyRegex(pattern)) return [];
  const regex = compile(pattern);
  if (!regex) return [];
  const fits = await eachOf(names, (name) => regex.test(name));
  return names.filter((_, index) => fits[index]);
}

const longestPattern = 5_000;

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}

/** `metric{label="value"} 1 1700000000000`: the texts that regexes of Grafana dashboards are written for. */
async function toSampleTexts(data: unknown, eachOf: EachOf): Promise<string[]> {
  if (!isJsonObject(data) || !Array.isArray(data.result)) return [];
  if (data.resultType === "scalar" || data.resultType === "string") return [String(data.result[1])];
  return eachOf(data.result.filter(isJsonObject), ({ metric, value }) => {
    const [time, text] = Array.isArray(value) ? value : [0, ""];
    return `${seriesText(metric)} ${text} ${Number(time) * 1_000}`;
  });
}

async function toSeriesTexts(data: unknown, eachOf: EachOf): Promise<string[]> {
  return Array.isArray(data) ? eachOf(data, seriesText) : [];
}

function seriesText(metric: unknown): string {
  if (!isJsonObject(metric)) return "{}";
  const labels = Object.entries(metric).filter(([name]) => name !== "__name__");
  // Unescaped, as Grafana writes it: that is what the regexes were tried on.
  const inside = labels.map(([name, value]) => `${name}="${String(value)}"`).join(",");
  return `${String(metric.__name__ ?? "")}{${inside}}`;
}
