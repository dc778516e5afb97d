import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { FormattedValue } from "@/lib/shared/units/unit";
import { formattedText, valueFormatter } from "@/lib/shared/units/value-formatter";
import { type Colorable, percentInRange, valueColor } from "./field-color";
import { colorByName } from "./named-colors";
import { plainValue } from "./trend";
import { mappedResult } from "./value-mappings";

export interface DisplayValue extends FormattedValue {
  /** NaN when the value is no number. */
  numeric: number;
  color: string;
  /** Place between min and max; may lie outside 0..1. */
  percent: number;
  icon?: string;
  /** The text comes from a value mapping. */
  mapped: boolean;
}

export type DisplayContext = Pick<PrepareContext, "theme" | "timeZone">;

/** A value as people see it: mapping, unit, decimals, colour. For many values use displayProcessor. */
export function displayValue(field: Colorable, value: unknown, context: DisplayContext): DisplayValue {
  return displayProcessor(field, context)(value);
}

export function displayText(display: FormattedValue): string {
  return formattedText(display);
}

/** The returned function takes `decimals` of neighbouring values (axis ticks) where the field sets none. */
export function displayProcessor(
  field: Colorable,
  context: DisplayContext,
): (value: unknown, decimals?: number | null) => DisplayValue {
  const { options } = field;
  const unit = effectiveUnit(field);
  const format = valueFormatter(unit);
  const isText = unit === "string";
  const trims = options.decimals == null && field.type === "number" && !hasFixedDigits(unit);
  const time = { timeZone: context.timeZone, withMs: field.type === "time" && spanMs(field.values) < 60_000 };

  return (given, decimals) => {
    const value = plainValue(given);
    const numeric = isText ? Number.NaN : toNumber(value);
    const mapped = mappedResult(options.mappings, value);
    const percent = percentInRange(field, Number.isNaN(numeric) ? Number.NEGATIVE_INFINITY : numeric);
    const formatted =
      mapped?.text !== undefined
        ? { text: mapped.text }
        : formatOne(value, numeric, () => format(numeric, trims ? decimals : options.decimals, time));
    if (decimals != null && trims && mapped?.text === undefined)
      formatted.text = withoutTrailingZeros(formatted.text);
    if (formatted.text === "" && options.noValue) formatted.text = options.noValue;
    const color = mapped?.color
      ? colorByName(mapped.color, context.theme)
      : colorOf(field, numeric, percent, context);
    return { ...formatted, numeric, color, percent, icon: mapped?.icon, mapped: mapped?.text !== undefined };
  };
}

/** As Grafana does for ticks: `10.00` next to `7.50` is `10`. */
function withoutTrailingZeros(text: string): string {
  const number = Number(text);
  return text === "" || Number.isNaN(number) ? text : String(number);
}

function hasFixedDigits(unit: string | undefined): boolean {
  return unit !== undefined && (/^(currency|bool)/.test(unit) || unit === "locale" || isDateUnit(unit));
}

function formatOne(value: unknown, numeric: number, format: () => FormattedValue): FormattedValue {
  if (!Number.isNaN(numeric)) return format();
  if (Array.isArray(value)) return { text: value.join(", ") };
  return { text: value === null || value === undefined ? "" : String(value) };
}

function colorOf(field: Colorable, numeric: number, percent: number, context: DisplayContext): string {
  if (field.type === "boolean") return colorByName(numeric ? "green" : "red", context.theme);
  return valueColor(
    field,
    Number.isNaN(numeric) ? Number.NEGATIVE_INFINITY : numeric,
    percent,
    context.theme,
  );
}

function effectiveUnit(field: Colorable): string | undefined {
  const unit = field.options.unit;
  if (field.type === "time") return unit && isDateUnit(unit) ? unit : "dateTimeAsSystem";
  if (field.type === "boolean") return unit?.startsWith("bool") ? unit : "bool";
  return unit ?? (field.type === "string" ? "string" : undefined);
}

function isDateUnit(unit: string): boolean {
  return unit.startsWith("dateTime") || unit.startsWith("time:");
}

function spanMs(times: unknown[] | undefined): number {
  const [first, last] = [times?.[0], times?.at(-1)];
  if (!times || times.length < 2 || typeof first !== "number" || typeof last !== "number")
    return Number.POSITIVE_INFINITY;
  return Math.abs(last - first);
}

function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && value.trim() !== "") return Number(value);
  return Number.NaN;
}
