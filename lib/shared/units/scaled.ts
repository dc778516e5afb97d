import { fixedText } from "./fixed-text";
import type { ValueFormatter } from "./unit";

const siPrefixes = ["f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
const siBase = siPrefixes.indexOf("");
const binaryPrefixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"];
const countSuffixes = ["", "K", "M", "B", "T"];

/** Divides by powers of `factor` and appends the suffix of that power; `offset` is the suffix of the unscaled value. */
export function scaled(factor: number, suffixes: string[], offset = 0): ValueFormatter {
  const last = suffixes.length - 1;
  return (value, decimals) => {
    if (!Number.isFinite(value)) return { text: value.toLocaleString() };
    const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) / Math.log10(factor));
    const suffix = suffixes[clamp(offset + power, 0, last)] ?? "";
    return { text: fixedText(value / factor ** clamp(power, -offset, last - offset), decimals), suffix };
  };
}

export function si(unit: string, offset = 0): ValueFormatter {
  return scaled(
    1000,
    siPrefixes.map((prefix) => ` ${prefix}${unit}`),
    siBase + offset,
  );
}

export function binary(unit: string, offset = 0): ValueFormatter {
  return scaled(
    1024,
    binaryPrefixes.map((prefix) => ` ${prefix}${unit}`),
    offset,
  );
}

export function count(unit: string): ValueFormatter {
  const scale = scaled(1000, countSuffixes);
  return (value, decimals) => {
    const formatted = scale(value, decimals);
    return { ...formatted, suffix: `${formatted.suffix} ${unit}` };
  };
}

export function currency(symbol: string, asSuffix = false): ValueFormatter {
  const scale = scaled(1000, countSuffixes);
  return (value, decimals) => {
    const formatted = scale(Math.abs(value), decimals);
    const { suffix } = formatted;
    if (asSuffix) formatted.suffix = suffix === undefined ? undefined : suffix + symbol;
    else formatted.prefix = symbol;
    return value < 0 ? { ...formatted, prefix: `-${formatted.prefix ?? ""}` } : formatted;
  };
}

/** Money in full, with the thousands separators of the reader's locale. */
export function fullCurrency(symbol: string, asSuffix: boolean): ValueFormatter {
  return (value, decimals) => {
    const digits =
      decimals == null
        ? { minimumFractionDigits: 0, maximumFractionDigits: 1 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const text = new Intl.NumberFormat(undefined, digits).format(value);
    return { text, prefix: asSuffix ? "" : symbol, suffix: asSuffix ? symbol : "" };
  };
}

/** The number as it is with a unit behind it, or before it. */
export function fixed(unit: string, asPrefix = false): ValueFormatter {
  return (value, decimals) => {
    const text = fixedText(value, decimals);
    if (!unit) return { text };
    return asPrefix ? { text, prefix: unit } : { text, suffix: ` ${unit}` };
  };
}

export function bool(whenTrue: string, whenFalse: string): ValueFormatter {
  return (value) => ({ text: value ? whenTrue : whenFalse });
}

/** `k` of `kWh` is 1, `m` is -1, no prefix is 0. */
export function siOffset(prefix: string): number {
  const index = siPrefixes.findIndex((known) => known.normalize("NFKD") === prefix.normalize("NFKD"));
  return index < 0 ? 0 : index - siBase;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
