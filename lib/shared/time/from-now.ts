const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.4375 * day;
const year = 365.25 * day;

/** Up to how many of a unit it still counts, what one or several are called. */
const steps: readonly [limitSeconds: number, unitSeconds: number, text: string][] = [
  [45, 1, "a few seconds"],
  [1.5 * minute, minute, "a minute"],
  [44.5 * minute, minute, "% minutes"],
  [1.5 * hour, hour, "an hour"],
  [21.5 * hour, hour, "% hours"],
  [1.5 * day, day, "a day"],
  [25.5 * day, day, "% days"],
  [1.5 * month, month, "a month"],
  [10.5 * month, month, "% months"],
  [1.5 * year, year, "a year"],
  [Number.POSITIVE_INFINITY, year, "% years"],
];

/** `5 minutes ago`, `in a day`: in the words and with the borders that Grafana takes from moment. */
export function fromNow(ms: number, nowMs: number): string {
  const seconds = Math.abs(nowMs - ms) / 1_000;
  const [, unit = 1, text = ""] = steps.find(([limit]) => Math.round(seconds) < limit) ?? [];
  const said = text.replace("%", String(Math.round(seconds / unit)));
  return ms > nowMs ? `in ${said}` : `${said} ago`;
}
