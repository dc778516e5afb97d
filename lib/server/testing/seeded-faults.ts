import { faultsOfExpressions } from "./faults-of-expressions";
import { faultsOfSelectors } from "./faults-of-selectors";
import type { Random } from "./faulty-expressions";
import type { SeededFault } from "./seeded-fault";

const kinds = { ...faultsOfSelectors, ...faultsOfExpressions };

/** Small and repeatable (mulberry32). */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `each` faults of every kind, hidden in expressions as people write them. */
export function seededFaults(seed: number, each: number): SeededFault[] {
  const random = seededRandom(seed);
  return Object.entries(kinds).flatMap(([kind, { reasons, make, most = each }]) =>
    Array.from({ length: Math.min(each, most) }, (_, index) => ({
      kind,
      datasource: "prometheus",
      reasons,
      ...make(random, index),
    })),
  );
}
