import { fixedText } from "./fixed-text";
import type { ValueFormatter } from "./unit";

interface Step {
  /** The step holds for magnitudes below this. */
  below: number;
  divisor: number;
  /** Multiplied by instead where that is exact and dividing is not. */
  factor?: number;
  suffix: string;
  plural?: boolean;
}

/** The first step that is large enough decides; the last one takes the rest. */
function stepped(steps: Step[]): ValueFormatter {
  return (value, decimals) => {
    const magnitude = Math.abs(value);
    const step = steps.find((candidate) => magnitude < candidate.below) ?? steps.at(-1);
    if (!step) return { text: fixedText(value, decimals) };
    const shown = step.factor ? value * step.factor : value / step.divisor;
    return {
      text: fixedText(shown, decimals),
      suffix: step.plural && Math.abs(shown) > 1 ? `${step.suffix}s` : step.suffix,
    };
  };
}

export const nanoseconds = stepped([
  { below: 1e3, divisor: 1, suffix: " ns" },
  { below: 1e6, divisor: 1e3, suffix: " µs" },
  { below: 1e9, divisor: 1e6, suffix: " ms" },
  { below: 6e10, divisor: 1e9, suffix: " s" },
  { below: 36e11, divisor: 6e10, suffix: " min", plural: true },
  { below: 864e11, divisor: 36e11, suffix: " hour", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 864e11, suffix: " day", plural: true },
]);

export const microseconds = stepped([
  { below: 1e3, divisor: 1, suffix: " µs" },
  { below: 1e6, divisor: 1e3, suffix: " ms" },
  { below: Number.POSITIVE_INFINITY, divisor: 1e6, suffix: " s" },
]);

export const milliseconds = stepped([
  { below: 1e3, divisor: 1, suffix: " ms" },
  { below: 6e4, divisor: 1e3, suffix: " s" },
  { below: 36e5, divisor: 6e4, suffix: " min", plural: true },
  { below: 864e5, divisor: 36e5, suffix: " hour", plural: true },
  { below: 31_536e6, divisor: 864e5, suffix: " day", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 31_536e6, suffix: " year", plural: true },
]);

const secondsSteps = stepped([
  { below: 1e-6, divisor: 1e-9, factor: 1e9, suffix: " ns" },
  { below: 1e-3, divisor: 1e-6, factor: 1e6, suffix: " µs" },
  { below: 1, divisor: 1e-3, factor: 1e3, suffix: " ms" },
  { below: 60, divisor: 1, suffix: " s" },
  { below: 3600, divisor: 60, suffix: " min", plural: true },
  { below: 86_400, divisor: 3600, suffix: " hour", plural: true },
  { below: 604_800, divisor: 86_400, suffix: " day", plural: true },
  { below: 31_536e3, divisor: 604_800, suffix: " week", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 31_556_900, suffix: " year", plural: true },
]);

export const seconds: ValueFormatter = (value, decimals) =>
  value === 0 ? { text: "0", suffix: " s" } : secondsSteps(value, decimals);

export const minutes = stepped([
  { below: 60, divisor: 1, suffix: " min" },
  { below: 1440, divisor: 60, suffix: " hour", plural: true },
  { below: 10_080, divisor: 1440, suffix: " day", plural: true },
  { below: 604_800, divisor: 10_080, suffix: " week", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 525_948, suffix: " year", plural: true },
]);

export const hours = stepped([
  { below: 24, divisor: 1, suffix: " hour" },
  { below: 168, divisor: 24, suffix: " day", plural: true },
  { below: 8760, divisor: 168, suffix: " week", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 8760, suffix: " year", plural: true },
]);

export const days = stepped([
  { below: 7, divisor: 1, suffix: " day", plural: true },
  { below: 365, divisor: 7, suffix: " week", plural: true },
  { below: Number.POSITIVE_INFINITY, divisor: 365, suffix: " year", plural: true },
]);

/** Hundredths of a second, as SNMP counts uptime. */
export const timeTicks: ValueFormatter = (value, decimals) => seconds(value / 100, decimals);
