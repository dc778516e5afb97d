import { randomAt } from "./random.ts";

/** Every round of 1024 events sees each rank once, in a fixed random order. */
export const ROUND = 1024;

export function shuffledRanks(seed: number): Uint16Array {
  const ranks = Uint16Array.from({ length: ROUND }, (_, rank) => rank);
  for (let i = ROUND - 1; i > 0; i--) {
    const j = Math.floor(randomAt(seed, i) * (i + 1));
    const held = ranks[i] ?? 0;
    ranks[i] = ranks[j] ?? 0;
    ranks[j] = held;
  }
  return ranks;
}

/** How much the first `count` events add up to, when an event of rank r adds `amountOf(r)`. Costs the same for any count. */
export function runningTotal(
  ranks: Uint16Array,
  amountOf: (rank: number) => number,
): (count: number) => number {
  const sums = new Float64Array(ROUND + 1);
  for (let i = 0; i < ROUND; i++) sums[i + 1] = (sums[i] ?? 0) + amountOf(ranks[i] ?? 0);
  const ofRound = sums[ROUND] ?? 0;
  return (count) => {
    const rounds = Math.floor(count / ROUND);
    return rounds * ofRound + (sums[count - rounds * ROUND] ?? 0);
  };
}
