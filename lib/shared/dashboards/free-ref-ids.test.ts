import { expect, it } from "vitest";
import { freeRefIds } from "./free-ref-ids";
import { readTargets } from "./read-targets";

it("goes on from Z to AA and leaves out what is taken", () => {
  const free = freeRefIds(new Set(["B", "Z", "AB"]));
  const given = Array.from({ length: 27 }, free);
  expect(given.slice(0, 3)).toEqual(["A", "C", "D"]);
  expect(given.slice(-4)).toEqual(["Y", "AA", "AC", "AD"]);
});

it("names tens of thousands of queries, each by a name of its own", () => {
  for (const refId of [undefined, "A"]) {
    const read = readTargets(Array.from({ length: 30_000 }, () => ({ refId, expr: "up" })));
    expect(new Set(read.map((target) => target.refId)).size).toBe(30_000);
  }
});
