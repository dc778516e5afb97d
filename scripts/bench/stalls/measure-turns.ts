import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface Turns {
  /** The longest turn of the server's event loop, in time of its own thread. */
  cpuMs: number;
  wallMs: number;
  /** Until the answer was read. */
  tookMs: number;
  outcome: string;
}

/** What comes after the answer is part of it: what was answered is stored. */
const afterMs = 20;

/** @param server runs with `watch-turns.cjs`. */
export async function measureTurns(server: ChildProcess, run: () => Promise<string>): Promise<Turns> {
  await say(server, "watch");
  const startedMs = performance.now();
  const outcome = await run().catch((error: Error) => `failed: ${error.message}`);
  const tookMs = performance.now() - startedMs;
  await sleep(afterMs);
  const { cpuMs, wallMs } = (await say(server, "tell")) as Pick<Turns, "cpuMs" | "wallMs">;
  return { cpuMs, wallMs, tookMs, outcome };
}

async function say(server: ChildProcess, message: string): Promise<unknown> {
  const said = once(server, "message");
  server.send(message);
  return (await said)[0];
}
