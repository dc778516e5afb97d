import { describe, expect, it } from "vitest";
import { measureJson, offsetBelow } from "./measure-json";
import { maxJsonParts, parseJson } from "./parse-json";

describe("measureJson", () => {
  it.each([
    ["1", 0, 1],
    ["[]", 1, 2],
    ['{"a":1,"b":[2,3]}', 2, 7],
    ['{"a,:{[":"\\"],"}', 1, 3],
    ['{"a":["b,{', 2, 4],
    ['["\\",[', 1, 2],
    ['"', 0, 1],
  ])("counts the keys and values of %s", (text, depth, parts) => {
    expect(measureJson(text)).toEqual({ depth, parts });
  });

  it("finds where it gets too deep", () => {
    expect(offsetBelow('[{"a":[1]}]', 2)).toBe(6);
    expect(offsetBelow("[]", 1)).toBe(2);
  });
});

describe("parseJson", () => {
  it("refuses more keys and values than a process should hold, before it makes them", () => {
    const reading = parseJson(`[${"{},".repeat(maxJsonParts)}0]`);
    expect(reading).toMatchObject({
      problem: "The JSON has 2,000,002 keys and values; at most 1,000,000 are read. Split it.",
    });
  });
});
