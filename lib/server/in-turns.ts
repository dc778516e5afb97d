import { ownTurn } from "./own-turn";

/** Long work that pauses between its steps: others get their turn there. */
export async function inTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await ownTurn();
  }
}
