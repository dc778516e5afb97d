import { LRUCache } from "lru-cache";
import { type Enforced, enforceMatchers } from "@/lib/shared/promql/enforce";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";

/** Texts come from anybody, so their letters count. */
const remembered = new LRUCache<string, Readonly<Enforced>>({
  maxSize: 8_000_000,
  sizeCalculation: ({ expr }, key) => expr.length + key.length + 500,
});

/**
 * As enforceMatchers, which comes to the same for the same text and matchers: pages ask the same again with every
 * refresh. What is refused is not remembered.
 */
export function enforceRemembered(expr: string, matchers: EnforcedMatchers): Readonly<Enforced> {
  const key = JSON.stringify([expr, matchers]);
  const known = remembered.get(key);
  if (known) return known;
  const enforced = Object.freeze(enforceMatchers(expr, matchers));
  remembered.set(key, enforced);
  return enforced;
}
