import type { Field } from "@/lib/shared/panels/fields/data-frame";
import { type DisplayContext, displayText, displayValue } from "@/lib/shared/panels/fields/display-value";
import { seriesColor } from "@/lib/shared/panels/fields/field-color";
import { keepsUnit, reducerName, reduceToNumber } from "@/lib/shared/panels/reduce";
import type { LegendOptions } from "./legend-options";

export interface LegendValue {
  id: string;
  title: string;
  text: string;
  numeric: number;
}

export interface LegendEntry {
  /** Tells entries apart, also where two have the same label. */
  key: string;
  label: string;
  color: string;
  values: LegendValue[];
  /** Measured at the right axis, where the panel has both. */
  onRight?: boolean;
}

/** The legend of a panel's series with the calculations that its options ask for, in their order. */
export function legendEntries(
  series: { key: string; field: Field }[],
  options: LegendOptions,
  context: DisplayContext,
): LegendEntry[] {
  const entries = series
    .filter(({ field }) => isListed(field, options))
    .map(({ key, field }) => ({
      key,
      label: field.displayName,
      color: seriesColor(field, context.theme),
      values: options.calcs.map((calc) => legendValue(field, calc, context)),
    }));
  const { displayMode, sortBy, sortDesc } = options;
  return displayMode === "table" && sortBy ? sortEntries(entries, sortBy, sortDesc) : entries;
}

function isListed(field: Field, { hideEmpty, hideZero }: LegendOptions): boolean {
  const hide = field.options.custom.hideFrom;
  if (typeof hide === "object" && hide !== null && !Array.isArray(hide) && hide.legend === true) return false;
  const highest = hideEmpty || hideZero ? reduceToNumber(field.values, "max") : 0;
  const lowest = hideZero ? reduceToNumber(field.values, "min") : 1;
  return !(hideEmpty && highest === null) && !(hideZero && highest === 0 && lowest === 0);
}

function legendValue(field: Field, calc: string, context: DisplayContext): LegendValue {
  const samples = field.values.filter((value) => value !== null);
  const reduced = reduceToNumber(samples, calc);
  const options = keepsUnit(calc)
    ? field.options
    : { ...field.options, unit: calc === "diffperc" ? "percent" : "none" };
  const text = reduced === null ? "" : displayText(displayValue({ ...field, options }, reduced, context));
  return { id: calc, title: reducerName(calc), text, numeric: reduced ?? Number.NaN };
}

/** By a calculation's id or title, or by `name`; entries without a value come last. */
export function sortEntries(entries: LegendEntry[], sortBy: string, descending: boolean): LegendEntry[] {
  const sign = descending ? -1 : 1;
  const numberOf = (entry: LegendEntry) =>
    entry.values.find((value) => value.id === sortBy || value.title === sortBy)?.numeric;
  return [...entries].sort((a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x === undefined || y === undefined)
      return sign * a.label.localeCompare(b.label, undefined, { numeric: true });
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}
