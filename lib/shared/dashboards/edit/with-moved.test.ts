import { expect, it } from "vitest";
import { withMoved } from "./with-moved";

it("moves one item, and none beyond the ends", () => {
  expect(withMoved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(withMoved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(withMoved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
});
