import { afterEach, expect, it } from "vitest";
import { ownTurn } from "./own-turn";

let turn = 0;
let open = true;
afterEach(() => {
  open = false;
});

function countTurns(): void {
  const count = () => {
    turn += 1;
    if (open) setImmediate(count);
  };
  open = true;
  setImmediate(count);
}

async function piecesOf(
  works: number,
  pieces: number,
  pieceMs: number,
): Promise<[who: number, turn: number][]> {
  countTurns();
  const seen: [number, number][] = [];
  const work = async (who: number) => {
    for (let piece = 0; piece < pieces; piece++) {
      await ownTurn();
      seen.push([who, turn]);
      for (const endMs = performance.now() + pieceMs; performance.now() < endMs; );
    }
  };
  await Promise.all(Array.from({ length: works }, (_, who) => work(who)));
  return seen;
}

it("gives each long piece of work a turn of the event loop for itself, to one work after the other", async () => {
  const seen = await piecesOf(3, 4, 9);
  expect(seen.map(([who]) => who)).toEqual(Array.from({ length: 12 }, (_, index) => index % 3));
  expect(new Set(seen.map(([, at]) => at)).size).toBe(12);
});

it("lets short ones share a turn", async () => {
  const seen = await piecesOf(50, 4, 0);
  expect(seen).toHaveLength(200);
  expect(new Set(seen.map(([, at]) => at)).size).toBeLessThan(200);
});
