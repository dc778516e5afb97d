import { expect, it } from "vitest";
import { parseJsonObject } from "./parse-json-object";

it("takes an object, and says of all else what to do", () => {
  expect(parseJsonObject('{"a":1}')).toEqual({ value: { a: 1 }, problem: null });
  for (const text of ["[1]", "null", "5", '"x"'])
    expect(parseJsonObject(text).problem, text).toMatch(/^Write a JSON object/);
  for (const text of ["", "{", "{a:1}"])
    expect(parseJsonObject(text).problem, text).toMatch(/^Correct the JSON: .+\.$/);
});
