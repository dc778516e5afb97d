import { expect, it } from "vitest";
import { newField } from "./data-frame";
import { reduceField } from "./reduce-field";

it("takes the samples of a series and the cells of a table", () => {
  const field = newField({ name: "Value", type: "number", values: [null, 1, null, 3, null] });
  expect(["first", "last", "countAll"].map((id) => reduceField(field, { shape: "series" }, id))).toEqual([
    1, 3, 2,
  ]);
  expect(["first", "last", "countAll"].map((id) => reduceField(field, { shape: "table" }, id))).toEqual([
    null,
    null,
    5,
  ]);
});
