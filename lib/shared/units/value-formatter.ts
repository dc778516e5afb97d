import { date } from "./dates";
import { bool, count, currency, fixed, fullCurrency, si, siOffset } from "./scaled";
import type { FormatTime, FormattedValue, ValueFormatter } from "./unit";
import { commonFormats } from "./units-common";
import { physicalFormats } from "./units-physical";

const byId = new Map<string, ValueFormatter>([...commonFormats, ...physicalFormats]);
// Old dashboards carry Grafana's former misspelling.
const fahrenheit = byId.get("fahrenheit");
if (fahrenheit) byId.set("farenheit", fahrenheit);

/** Units written as `key:argument`, for example `suffix:/6` or `time:HH:mm`. */
const custom: Record<string, (argument: string) => ValueFormatter> = {
  prefix: (text) => fixed(text, true),
  suffix: (text) => fixed(text),
  time: (pattern) => date(pattern),
  si: (text) => {
    const offset = siOffset(text.charAt(0));
    return si(offset === 0 ? text : text.slice(1), offset);
  },
  count: (text) => count(text),
  currency: (text) => {
    const [kind, symbol, place] = text.split(":");
    if (kind !== "financial" || symbol === undefined) return currency(text);
    return symbol ? fullCurrency(symbol, place === "suffix") : fixed("");
  },
  bool: (text) => {
    const [whenTrue = "", ...rest] = text.split("/");
    return bool(whenTrue, rest.length > 0 ? rest.join("/") : "-");
  },
};

const made = new Map<string, ValueFormatter>();

/** The formatter of a unit id; an unknown id is shown as it is behind the number. */
export function valueFormatter(unit: string | undefined): ValueFormatter {
  if (!unit) return byId.get("none") ?? fixed("");
  const known = byId.get(unit) ?? made.get(unit);
  if (known) return known;
  const colon = unit.indexOf(":");
  const make = colon > 0 ? custom[unit.slice(0, colon)] : undefined;
  const formatter = make ? make(unit.slice(colon + 1)) : fixed(unit);
  if (made.size < 1000) made.set(unit, formatter);
  return formatter;
}

export function formatValue(
  unit: string | undefined,
  value: number | null,
  decimals?: number | null,
  time?: FormatTime,
): FormattedValue {
  return value === null ? { text: "" } : valueFormatter(unit)(value, decimals, time);
}

export function formattedText(formatted: FormattedValue): string {
  return `${formatted.prefix ?? ""}${formatted.text}${formatted.suffix ?? ""}`;
}
