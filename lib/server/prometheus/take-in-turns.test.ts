import { setImmediate as nextTurn } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { afterEach, expect, it, vi } from "vitest";
import { takeInTurns } from "./take-in-turns";

afterEach(() => vi.restoreAllMocks());

/** A connection with so many pieces waiting, each of which takes so long to read. */
function connection(pieces: number, readingMs: number, clock: { ms: number }) {
  const take = takeInTurns();
  const state = { left: pieces, isPaused: false, readOutOfTurn: 0 };
  const controller = {
    pause: () => (state.isPaused = true),
    resume: () => {
      state.isPaused = false;
      state.readOutOfTurn += read();
    },
  } as unknown as Dispatcher.DispatchController;
  const collector = {
    add() {
      clock.ms += readingMs;
    },
    bytes: Buffer.alloc(0),
  };
  function read(): number {
    let count = 0;
    for (; state.left > 0 && !state.isPaused; count++) {
      state.left -= 1;
      take(controller, collector, new Uint8Array(1));
    }
    return count;
  }
  return { state, read };
}

it("reads of many full connections at once no more than one turn of the event loop may take", async () => {
  const clock = { ms: 1 };
  vi.spyOn(performance, "now").mockImplementation(() => clock.ms);
  const connections = Array.from({ length: 20 }, () => connection(12, 0.5, clock));
  // One look at all of them: each gives what it gives until it is paused.
  const atOnce = connections.map(({ read }) => read());
  expect(atOnce.reduce((sum, count) => sum + count * 0.5, 0)).toBeLessThanOrEqual(6 + 20 * 0.5);
  let turns = 0;
  while (connections.some(({ state }) => state.left > 0)) {
    const before = clock.ms;
    await nextTurn();
    turns += 1;
    expect(clock.ms - before).toBeLessThanOrEqual(16);
    expect(turns).toBeLessThan(200);
  }
});

it("reads on in its own turn what was left", async () => {
  const clock = { ms: 1 };
  vi.spyOn(performance, "now").mockImplementation(() => clock.ms);
  const one = connection(30, 1, clock);
  expect(one.read()).toBe(3);
  for (let turns = 0; turns < 50 && one.state.left > 0; turns++) await nextTurn();
  expect(one.state).toMatchObject({ left: 0, readOutOfTurn: 27 });
});
