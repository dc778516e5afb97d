import { isJsonObject } from "@/lib/shared/json";
import { atOnce, type EachOf } from "./each-of";
import { isCostlyRegex } from "./is-costly-regex";

export interface VariableOption {
  text: string;
  value: string;
}

/** `a, b, key : value`; a comma is kept with a backslash before it. Newer dashboards may hold a JSON list instead. */
export function customOptions(list: string): VariableOption[] {
  return jsonOptions(list) ?? listOptions(list);
}

function jsonOptions(list: string): VariableOption[] | null {
  if (!/^\s*\[\s*[{"]/.test(list)) return null;
  try {
    const items: unknown = JSON.parse(list);
    if (!Array.isArray(items)) return null;
    return items.map((item) => {
      const { text, value } = isJsonObject(item) ? item : { text: item, value: item };
      return { text: String(text ?? value ?? ""), value: String(value ?? text ?? "") };
    });
  } catch {
    return null;
  }
}

function listOptions(list: string): VariableOption[] {
  return (list.match(/(?:\\,|[^,])+/g) ?? []).map((item) => {
    const text = item.replaceAll("\\,", ",");
    // Not trimmed before: a space behind the colon is a value too, the empty one.
    const at = [...text.matchAll(/(?<=.)\s:\s(?=.)/gs)].at(-1)?.index;
    if (at === undefined) return { text: text.trim(), value: text.trim() };
    return { text: text.slice(0, at).trim(), value: text.slice(at + 3).trim() };
  });
}

/** Interval lists may be quoted: `1m,10m,"1h"`. */
export function intervalOptions(list: string, auto: boolean): VariableOption[] {
  const items = list.split(",").map((item) => item.trim().replace(/^(["'])(.*)\1$/, "$2"));
  const values = [...(auto ? ["auto"] : []), ...items.filter((item) => item !== "" && item !== "auto")];
  return values.map((value) => ({ text: value, value }));
}

/** What a variable's regex leaves of the names found: its first group, or the groups `text` and `value`. */
export async function optionsFromNames(
  names: readonly string[],
  regex: string,
  sort: number,
  eachOf: EachOf = atOnce,
): Promise<VariableOption[]> {
  const pattern = variableRegex(regex);
  const optionsFor = (name: string) => (pattern ? optionsOf(name, pattern) : [{ text: name, value: name }]);
  const found = (await eachOf(names, optionsFor)).flat();
  const unique = new Map<string, VariableOption>();
  for (const option of found) if (!unique.has(option.value)) unique.set(option.value, option);
  return sortOptions([...unique.values()], sort);
}

/** 0 as found, 1/2 by name, 3/4 by number, 5/6 by name without case; even ones descending. */
export function sortOptions(options: VariableOption[], sort: number): VariableOption[] {
  if (sort <= 0 || sort > 8) return options;
  const order = orders[Math.ceil(sort / 2)] ?? byName;
  const sorted = options.toSorted((a, b) => order(a.text, b.text));
  return sort % 2 === 0 ? sorted.reverse() : sorted;
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const orders: Record<number, (a: string, b: string) => number> = {
  1: byName,
  2: (a, b) => firstNumber(a) - firstNumber(b) || byName(a, b),
  3: (a, b) => byName(a.toLowerCase(), b.toLowerCase()),
  4: new Intl.Collator("en", { numeric: true }).compare,
};

function firstNumber(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? -1 : Number(digits);
}

/** Longer ones nobody writes, and looking at them takes its time. */
const longestRegex = 5_000;

/**
 * `/pattern/flags`, or without slashes a pattern put between ^ and $, as in Grafana; null when there is none. Throws
 * a sentence for people when it cannot be compiled, or could keep the page busy for ever.
 */
export function variableRegex(regex: string): RegExp | null {
  const text = regex.trim();
  if (text === "") return null;
  if (text.length > longestRegex)
    throw new Error(`The regex has more than ${longestRegex} characters. Shorten it.`);
  const slashed = /^\/([\s\S]*)\/([a-z]*)$/.exec(text);
  const source = slashed ? (slashed[1] ?? "") : `^${text}$`;
  if (isCostlyRegex(source)) throw new Error(`The regex ${text} could run for ever. Nest no repetitions.`);
  try {
    return new RegExp(source, [...new Set(slashed?.[2] ?? "")].join("").replace("y", ""));
  } catch {
    throw new Error(`The regex ${text} cannot be read.`);
  }
}

function optionsOf(name: string, pattern: RegExp): VariableOption[] {
  const matches = matchesOf(name, pattern);
  const named = (key: string) =>
    matches.map((match) => match.groups?.[key]).find((text) => text !== undefined);
  const value = named("value");
  const text = named("text");
  if (value !== undefined || text !== undefined) {
    return [{ text: text ?? value ?? "", value: value ?? text ?? "" }];
  }
  if (matches.some((match) => match.length > 1)) {
    return matches.flatMap((match) => (match[1] === undefined ? [] : [{ text: match[1], value: match[1] }]));
  }
  return matches.length > 0 ? [{ text: name, value: name }] : [];
}

/** All matches only where the flag g asks for them. */
function matchesOf(name: string, pattern: RegExp): RegExpExecArray[] {
  if (pattern.global) return [...name.matchAll(pattern)];
  const match = pattern.exec(name);
  return match ? [match] : [];
}
