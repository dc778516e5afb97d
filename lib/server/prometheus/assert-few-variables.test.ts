import { expect, it } from "vitest";
import { assertFewVariables, mostVariables } from "./assert-few-variables";

const named = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`v${at}`, "a"]));

it("counts the values of a request, those of its repeated panels included", () => {
  expect(() => assertFewVariables({ variables: named(mostVariables) })).not.toThrow();
  expect(() => assertFewVariables({ variables: named(mostVariables + 1) })).toThrow(
    /values for 5,001 variables/,
  );
  const panels = [{ scopedVariables: named(3_000) }, { scopedVariables: named(3_000) }, null, 1];
  expect(() => assertFewVariables({ panels })).toThrow(/6,000 variables/);
});

it.each([null, [], "x", {}, { variables: "x" }])("leaves %j to those who read it", (body) => {
  expect(() => assertFewVariables(body)).not.toThrow();
});
