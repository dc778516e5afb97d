import type { RawTimeRange } from "@/lib/shared/time/time-range";

const storageKey = "panelsmith-recent-ranges";
const kept = 4;

/** The absolute ranges chosen last on this machine, newest first. */
export function readRecentRanges(storage: Pick<Storage, "getItem">): RawTimeRange[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isRange).slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function rememberRange(storage: Pick<Storage, "getItem" | "setItem">, range: RawTimeRange): void {
  const others = readRecentRanges(storage).filter(({ from, to }) => from !== range.from || to !== range.to);
  storage.setItem(storageKey, JSON.stringify([range, ...others].slice(0, kept)));
}

function isRange(value: unknown): value is RawTimeRange {
  const range = value as Partial<RawTimeRange> | null;
  return typeof range?.from === "string" && typeof range.to === "string";
}
