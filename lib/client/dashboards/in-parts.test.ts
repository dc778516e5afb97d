import { expect, it } from "vitest";
import { inParts } from "./in-parts";

const sent = async (items: number[], fails?: number) => {
  const parts: [readonly number[], boolean][] = [];
  await inParts(items, 2, async (part, isFirst) => {
    if (fails !== undefined && part.includes(fails)) throw new Error("refused");
    parts.push([part, isFirst]);
  }).catch(() => parts.push([[], false]));
  return parts;
};

it("sends all, in order, in parts that are not too long", async () => {
  expect(await sent([1, 2, 3, 4, 5])).toEqual([
    [[1, 2], true],
    [[3, 4], false],
    [[5], false],
  ]);
  expect(await sent([1, 2])).toEqual([[[1, 2], true]]);
  expect(await sent([])).toEqual([[[], true]]);
});

it("ends at the first that fails", async () => {
  expect(await sent([1, 2, 3, 4, 5], 3)).toEqual([
    [[1, 2], true],
    [[], false],
  ]);
});
