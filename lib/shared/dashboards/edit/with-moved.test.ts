import { expect, it } from "vitest";
import { withMoved } from "./with-moved";

it("moves one item, and none beyond the ends", () => {
  const list = ["a", "b", "c"];
  expect(withMoved(list, 2, -1)).toEqual(["a", "c", "b"]);
  expect(withMoved(list, 0, -1)).toBe(list);
  expect(withMoved(list, 2, 1)).toBe(list);
});
