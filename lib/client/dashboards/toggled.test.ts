import { expect, it } from "vitest";
import { toggled } from "./toggled";

it("puts in what is missing and takes out what is there", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});
