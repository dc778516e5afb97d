export interface VariableOption {
  text: string;
  value: string;
}

/** `a, b, key : value`; a comma is kept with a backslash before it. */
export function customOptions(list: string): VariableOption[] {
  return (list.match(/(?:\\,|[^,])+/g) ?? []).map((item) => {
    const text = item.replaceAll("\\,", ",").trim();
    const pair = /^\s*(.+?)\s+:\s+(.+?)\s*$/s.exec(text);
    return { text: pair?.[1] ?? text, value: pair?.[2] ?? text };
  });
}

/** Interval lists may be quoted: `1m,10m,"1h"`. */
export function intervalOptions(list: string, auto: boolean): VariableOption[] {
  const items = list.split(",").map((item) => item.trim().replace(/^(["'])(.*)\1$/, "$2"));
  const values = [...(auto ? ["auto"] : []), ...items.filter((item) => item !== "" && item !== "auto")];
  return values.map((value) => ({ text: value, value }));
}

/**
 * What a variable's regex leaves of the names found: the first group, or the groups `text` and `value`. Without
 * slashes the pattern must match the whole name, as in Grafana.
 */
export function optionsFromNames(names: readonly string[], regex: string, sort: number): VariableOption[] {
  const pattern = readPattern(regex);
  const found = new Map<string, VariableOption>();
  for (const name of names) {
    for (const option of pattern ? optionsOf(name, pattern) : [{ text: name, value: name }]) {
      if (!found.has(option.value)) found.set(option.value, option);
    }
  }
  return sortOptions([...found.values()], sort);
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
  4: (a, b) => a.localeCompare(b, "en", { numeric: true }),
};

function firstNumber(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? -1 : Number(digits);
}

function readPattern(regex: string): RegExp | null {
  if (regex.trim() === "") return null;
  const slashed = /^\/([\s\S]*)\/([a-z]*)$/.exec(regex.trim());
  try {
    const flags = slashed ? [...new Set(`${slashed[2]}g`)].join("") : "g";
    return new RegExp(slashed ? (slashed[1] ?? "") : `^(?:${regex})$`, flags);
  } catch {
    return null;
  }
}

function optionsOf(name: string, pattern: RegExp): VariableOption[] {
  const matches = [...name.matchAll(pattern)];
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
