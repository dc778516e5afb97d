import type { Flow } from "../signal/flow.ts";
import { ROUND, runningTotal, shuffledRanks } from "../signal/shuffle.ts";

/** Sorts the events of one flow into kinds by their shares, so that the kinds always add up to the whole. */
export function split<Kind extends string>(
  seed: number,
  flow: Flow,
  shares: Readonly<Record<Kind, number>>,
): (kind: Kind) => Flow {
  const ranks = shuffledRanks(seed);
  const kinds = Object.entries<number>(shares);
  const scale = ROUND / kinds.reduce((sum, [, share]) => sum + share, 0);
  const flows = new Map<string, Flow>();
  let from = 0;
  for (const [kind, share] of kinds) {
    const first = Math.round(from * scale);
    from += share;
    const end = Math.round(from * scale);
    const total = runningTotal(ranks, (rank) => (rank >= first && rank < end ? 1 : 0));
    flows.set(kind, (atSeconds) => total(Math.floor(flow(atSeconds))));
  }
  return (kind) => flows.get(kind) ?? (() => 0);
}
