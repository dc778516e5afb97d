import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { mapConcurrently } from "./map-concurrently";

it.each([
  [1, 5],
  [3, 10],
  [6, 2],
  [2, 0],
])("works on at most %i of %i at a time, and answers in their order", async (limit, count) => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: count }, (_, index) => index);
  const results = await mapConcurrently(items, limit, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let wait = item % 3; wait >= 0; wait--) await turn();
    running -= 1;
    return `r${item}`;
  });
  expect(results).toEqual(items.map((item) => `r${item}`));
  expect(most).toBe(Math.min(limit, count));
});
