import { fixedText } from "./fixed-text";
import type { ValueFormatter } from "./unit";

export const percent: ValueFormatter = (value, decimals) => ({
  text: fixedText(value, decimals),
  suffix: "%",
});

export const percentUnit: ValueFormatter = (value, decimals) => percent(100 * value, decimals);

export const hex: ValueFormatter = (value, decimals) => ({
  text: Number.parseFloat(fixedText(value, decimals)).toString(16).toUpperCase(),
});

export const hex0x: ValueFormatter = (value, decimals) => {
  const { text } = hex(value, decimals);
  return { text: text.startsWith("-") ? `-0x${text.slice(1)}` : `0x${text}` };
};

export const scientific: ValueFormatter = (value, decimals) => ({
  text: value.toExponential(decimals ?? undefined),
});

export const locale: ValueFormatter = (value, decimals) => ({
  text: value.toLocaleString(undefined, { maximumFractionDigits: decimals ?? undefined }),
});

export const asString: ValueFormatter = (value) => ({ text: `${value}` });
