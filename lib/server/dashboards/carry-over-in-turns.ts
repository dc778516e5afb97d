import { inTurns } from "@/lib/server/in-turns";
import { ownTurn } from "@/lib/server/own-turn";
import { carryOver, carryOverInSteps } from "@/lib/shared/dashboards/json-text/carry-over";

const longText = 200_000;

/** `carryOver`, letting others go on while it works on a long text. */
export async function carryOverInTurns(old: string, next: string): Promise<string> {
  if (next.length < longText) return carryOver(old, next);
  await ownTurn();
  return inTurns(carryOverInSteps(old, next));
}
