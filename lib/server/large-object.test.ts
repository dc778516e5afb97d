import { expect, it } from "vitest";
import { keysOf, LargeObject } from "./large-object";

it("holds what was set, and knows its keys", () => {
  const large = new LargeObject();
  for (const [key, value] of [
    ["b", 1],
    ["__proto__", 2],
    ["1", 3],
    ["b", 4],
    ["constructor", 5],
  ] as const)
    large.set(key, value);
  expect(keysOf(large.object)).toEqual(["b", "__proto__", "1", "constructor"]);
  expect(Object.fromEntries(Object.entries(large.object))).toEqual(
    JSON.parse('{"b":4,"__proto__":2,"1":3,"constructor":5}'),
  );
  expect(Object.getPrototypeOf(large.object)).toBe(Object.prototype);
  expect(keysOf({ x: 1, y: 2 })).toEqual(["x", "y"]);
});
