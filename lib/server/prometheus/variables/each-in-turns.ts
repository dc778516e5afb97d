import { createContext, Script } from "node:vm";
import { ownTurn } from "@/lib/server/own-turn";
import { AppError } from "@/lib/shared/errors";
import { tooLong } from "@/lib/shared/variables/each-of";

const turnMs = 4;
const mostInTurn = 2_000;
/** What tries for ever is broken off after this; it gets more than one try, because a machine may be slow. */
const longestTurnMs = 25;
const mostTries = 3;
const mostTurns = 500;

/**
 * Work that runs regular expressions from dashboards: some at a time, and none for ever. Nothing else ends one that has
 * begun than V8's own time-out of scripts.
 */
export async function eachInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let triesLeft = mostTries;
  for (let turns = 1; results.length < items.length; turns++) {
    const before = results.length;
    const inTime = withinTime(() => {
      const endMs = performance.now() + turnMs;
      for (const item of items.slice(before, before + mostInTurn)) {
        results.push(work(item));
        if (performance.now() > endMs) return;
      }
    });
    triesLeft = inTime || results.length > before ? mostTries : triesLeft - 1;
    if (triesLeft === 0 || turns === mostTurns) throw new AppError("INVALID_INPUT", tooLong);
    if (results.length < items.length) await ownTurn();
  }
  return results;
}

const bounded: { turn: () => void } = { turn: () => undefined };
createContext(bounded);
const script = new Script("turn()");

/** False where the turn was broken off. */
function withinTime(turn: () => void): boolean {
  bounded.turn = turn;
  try {
    script.runInContext(bounded, { timeout: longestTurnMs });
    return true;
  } catch (error) {
    if (isTimeout(error)) return false;
    throw error;
  }
}

/** It comes from V8, so it is an Error of whichever realm. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
