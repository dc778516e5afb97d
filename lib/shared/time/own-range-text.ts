import { rangeLabel } from "./range-label";

interface OwnTime {
  timeFrom: string;
  timeShift: string;
  raw: { readonly [key: string]: unknown };
}

/** What a panel with a time of its own says of it; empty when it has none, or hides it. */
export function ownRangeText({ timeFrom, timeShift, raw }: OwnTime, fill: (text: string) => string): string {
  if (raw.hideTimeOverride === true) return "";
  const from = fill(timeFrom).trim();
  const shift = fill(timeShift).trim();
  const range = from.startsWith("now")
    ? { from, to: from.includes("/") ? from : "now" }
    : { from: `now-${from}`, to: "now" };
  return [from && rangeLabel(range, "utc"), shift && `shifted back by ${shift}`].filter(Boolean).join(", ");
}
