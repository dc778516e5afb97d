import { expect, it } from "vitest";
import { readColumnOptions } from "./options";

it("wishes room for a whole time, keeps Grafana's least width, and takes one that is set", () => {
  expect(readColumnOptions({}, "time")).toMatchObject({ minWidth: 150, wishedWidth: 190 });
  expect(readColumnOptions({}, "string")).toMatchObject({ minWidth: 150, wishedWidth: 150 });
  expect(readColumnOptions({ minWidth: 80 }, "time").minWidth).toBe(80);
});

it("reads cells of Markdown and wrapped heads", () => {
  const column = readColumnOptions({ cellOptions: { type: "markdown" }, wrapHeaderText: true }, "string");
  expect(column).toMatchObject({ cell: { type: "markdown" }, wrapHeader: true });
  expect(readColumnOptions({}).wrapHeader).toBe(false);
});
