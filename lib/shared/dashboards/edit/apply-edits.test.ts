import { expect, it } from "vitest";
import { applyEdits } from "./apply-edits";

it("puts and takes away in order, and leaves the rest the same object", () => {
  const document = { a: { b: 1 }, list: [{ x: 1 }, { x: 2 }], kept: { deep: [1] } };
  const changed = applyEdits(document, [
    { path: ["a", "b"], value: 2 },
    { path: ["list", 0], remove: true },
    { path: ["list", 0, "y"], value: null },
  ]);
  expect(changed).toEqual({ a: { b: 2 }, list: [{ x: 2, y: null }], kept: { deep: [1] } });
  expect(changed.kept).toBe(document.kept);
  expect(document.list).toHaveLength(2);
});
