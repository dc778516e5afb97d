import { expect, it } from "vitest";
import { readColumnOptions } from "./options";

it("leaves room for a whole time, and takes a least width that is set", () => {
  expect(readColumnOptions({}, "time").minWidth).toBeGreaterThan(readColumnOptions({}).minWidth);
  expect(readColumnOptions({ minWidth: 80 }, "time").minWidth).toBe(80);
});
