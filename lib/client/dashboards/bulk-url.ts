import { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";

/** What the address of the bulk edit says. */
export interface BulkUrl {
  /** Chosen dashboards; none: all that may be changed. */
  dashboards: string[];
  /** The change that is being looked at. */
  change: BulkChange | null;
}

export function readBulkUrl(search: URLSearchParams): BulkUrl {
  const uids = (search.get("dashboards") ?? "").split(",").filter((uid) => uid !== "");
  return { dashboards: [...new Set(uids)], change: readChange(search.get("change")) };
}

export function writeBulkUrl({ dashboards, change }: BulkUrl): string {
  const search = new URLSearchParams();
  if (dashboards.length > 0) search.set("dashboards", dashboards.join(","));
  if (change) search.set("change", JSON.stringify(change));
  const text = search.toString();
  return text === "" ? "" : `?${text.replaceAll("%2C", ",")}`;
}

function readChange(text: string | null): BulkChange | null {
  if (text === null) return null;
  try {
    return BulkChange.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
