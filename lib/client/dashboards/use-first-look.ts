import { useState } from "react";
import type { FirstValues } from "@/lib/shared/variables/resolve-variables";

/** What was found while the page was made. */
export interface FirstLook {
  nowMs: number;
  values: FirstValues;
}

const freshMs = 20_000;

/** The moment at which the page opens, and the values known by then; what is old is asked for anew. */
export function useFirstLook(first: FirstLook | null | undefined): {
  openedAtMs?: number;
  values?: FirstValues;
} {
  const [openedAtMs] = useState(() => (first && isFresh(first) ? first.nowMs : undefined));
  if (!first) return {};
  const { states, complete } = first.values;
  return { openedAtMs, values: { states, complete: complete && openedAtMs !== undefined } };
}

/** Not one that the browser kept from an earlier visit, or of a server whose clock is another. */
function isFresh({ nowMs }: FirstLook): boolean {
  return Math.abs(Date.now() - nowMs) < freshMs;
}
