import type { BulkUrl } from "./bulk-url";

/** Servers take addresses of some 8,000 characters; what is longer stays behind the `#`, which is never sent. */
const longestSent = 4_000;

/** The search and hash of the bulk edit's address. */
export function writeBulkUrl({ dashboards, change }: BulkUrl): string {
  const chosen = dashboards.join(",");
  const isLong = chosen.length > longestSent;
  const search = write({ dashboards: isLong ? "" : chosen, change: change ? JSON.stringify(change) : "" });
  const hash = isLong ? write({ dashboards: chosen }) : "";
  return `${search && `?${search}`}${hash && `#${hash}`}`;
}

function write(values: Record<string, string>): string {
  const kept = Object.entries(values).filter(([, value]) => value !== "");
  return new URLSearchParams(kept).toString().replaceAll("%2C", ",");
}
