import { addressParts } from "@/lib/client/address-parts";
import { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";

/** What the address of the bulk edit says. */
export interface BulkUrl {
  /** Chosen dashboards; none: all that may be changed. */
  dashboards: string[];
  /** The change that is being looked at. */
  change: BulkChange | null;
}

/** @param hash with its `#`, as `location.hash`. */
export function readBulkUrl(address: string): BulkUrl {
  const { search, behind } = addressParts(address);
  const chosen = search.get("dashboards") ?? behind.get("dashboards") ?? "";
  const uids = chosen.split(",").filter((uid) => uid !== "");
  return { dashboards: [...new Set(uids)], change: readChange(search.get("change")) };
}

function readChange(text: string | null): BulkChange | null {
  if (text === null) return null;
  try {
    return BulkChange.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
