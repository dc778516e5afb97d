import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "./find-json-error";

describe("findJsonError", () => {
  it.each([
    ['{"a": [}', 7],
    ['{"a" 1}', 5],
    ['{"a": 1,}', 8],
    ["[1 2]", 3],
    ['{"a": tru}', 6],
    ['{"a": "x\n"}', 6],
    ['{"a": 1', 7],
    ["{} x", 3],
    ["", 0],
  ])("finds the place in %j", (json, place) => {
    expect(findJsonError(json)).toBe(place);
  });

  it("agrees with JSON.parse on every value", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        expect(findJsonError(JSON.stringify(JSON.parse(json), null, indent))).toBeNull();
      }),
    );
  });

  it("agrees with JSON.parse on damaged text", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", "}", ",", '"', "x", "\\"), (json, place, put) => {
        const cut = place % (json.length + 1);
        const damaged = json.slice(0, cut) + put + json.slice(cut + 1);
        let parses = true;
        try {
          JSON.parse(damaged);
        } catch {
          parses = false;
        }
        expect(findJsonError(damaged) === null).toBe(parses);
      }),
    );
  });
});
