import type { Dispatcher } from "undici";
import { ownTurn } from "@/lib/server/own-turn";
import type { BodyCollector } from "./upstream-exchange";

type Take = (of: Dispatcher.DispatchController, collector: BodyCollector, chunk: Uint8Array) => void;

/** Of one answer at a time. */
const mostMs = 3;
/** Of all answers together between two looks of the event loop at its connections. */
const mostOfAllMs = 6;

let spentByAllMs = 0;

/**
 * Takes an answer as it comes in. Much comes in at once where many answers do, and each connection has up to two megabytes
 * waiting: what is too much for now is left there, and read in the turns that all long work has together.
 */
export function takeInTurns(): Take {
  let spentMs = 0;
  return (of, collector, chunk) => {
    const startMs = performance.now();
    collector.add(chunk);
    const tookMs = performance.now() - startMs;
    const spentByAll = spendOfAll(tookMs);
    spentMs += tookMs;
    if (spentMs < mostMs && spentByAll < mostOfAllMs) return;
    spentMs = 0;
    of.pause();
    void ownTurn().then(() => of.resume());
  };
}

function spendOfAll(ms: number): number {
  if (spentByAllMs === 0) setImmediate(() => (spentByAllMs = 0));
  spentByAllMs += ms;
  return spentByAllMs;
}
