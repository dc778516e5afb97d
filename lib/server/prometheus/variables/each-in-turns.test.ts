import { expect, it } from "vitest";
import { isCostlyRegex } from "@/lib/shared/variables/is-costly-regex";
import { eachInTurns } from "./each-in-turns";

const letters = `${"a".repeat(40)}b!`;

it("works on each item in order, whatever the number", async () => {
  const items = Array.from({ length: 5_001 }, (_, index) => index);
  expect(await eachInTurns(items, (item) => item * 2)).toEqual(items.map((item) => item * 2));
  expect(await eachInTurns([], String)).toEqual([]);
});

it.each([
  ["alternatives in a row", `^${"(a|a)".repeat(40)}$`],
  ["what may be left out", `^${"a?".repeat(80)}bc$`],
  ["counted groups", "^(?:(?:(?:(?:a{0,9}){0,9}){0,9}){0,9}){0,9}$"],
  ["many stars", `^${".*".repeat(30)}b$`],
])("breaks off what tries for ever though it repeats nothing nested: %s", async (_, source) => {
  expect(isCostlyRegex(source)).toBe(false);
  const pattern = new RegExp(source);
  await expect(eachInTurns(["b", letters, "c"], (text) => pattern.test(text))).rejects.toThrow(
    "takes too long",
  );
});

it("lets others go on between its turns", async () => {
  const pattern = /^(?:.*a){2}b$/;
  const order: string[] = [];
  const names = Array(2_000).fill("a".repeat(300));
  setImmediate(() => setImmediate(() => order.push("another")));
  await eachInTurns(names, (text) => pattern.test(text)).then(() => order.push("all names"));
  expect(order).toEqual(["another", "all names"]);
});

it("passes on what the work throws", async () => {
  const fail = () => {
    throw new TypeError("wrong");
  };
  await expect(eachInTurns([1], fail)).rejects.toThrow(new TypeError("wrong"));
});
