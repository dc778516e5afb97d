import { inTurns } from "@/lib/server/in-turns";
import { ownTurn } from "@/lib/server/own-turn";
import { smallBytes } from "@/lib/server/parse-in-pieces";
import { carryOver, carryOverInSteps } from "@/lib/shared/dashboards/json-text/carry-over";

/** `carryOver`, letting others go on while it works on a long text. */
export async function carryOverInTurns(old: string, next: string): Promise<string> {
  if (next.length <= smallBytes) return carryOver(old, next);
  await ownTurn();
  return inTurns(carryOverInSteps(old, next));
}
