import { expect, it } from "vitest";
import { readColumnOptions } from "./options";

it("leaves room for a whole time, and takes a least width that is set", () => {
  expect(readColumnOptions({}, "time").minWidth).toBeGreaterThan(readColumnOptions({}).minWidth);
  expect(readColumnOptions({ minWidth: 80 }, "time").minWidth).toBe(80);
  expect(readColumnOptions({}, "string").minWidth).toBe(150);
});

it("reads cells of Markdown and wrapped heads", () => {
  const column = readColumnOptions({ cellOptions: { type: "markdown" }, wrapHeaderText: true }, "string");
  expect(column).toMatchObject({ cell: { type: "markdown" }, wrapHeader: true });
  expect(readColumnOptions({}).wrapHeader).toBe(false);
});
