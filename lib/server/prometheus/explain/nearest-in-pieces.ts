import { ownTurn } from "@/lib/server/own-turn";
import { nearestNames } from "@/lib/shared/promql/nearest-names";

const atOnce = 2_000;

/** The nearest of very many names; others get their turn in between. */
export async function nearestInPieces(wished: string, names: readonly string[]): Promise<string[]> {
  let best: string[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    if (at > 0) await ownTurn();
    best = nearestNames(wished, [...best, ...names.slice(at, at + atOnce)]);
  }
  return best;
}
