import { expect, it } from "vitest";
import { safeRegex } from "./safe-regex";

it("reads patterns as Grafana writes them and gives up on those that do not compile", () => {
  expect(safeRegex("/^cpu/i")?.test("CPU 1")).toBe(true);
  expect(safeRegex("cpu")?.test("cpu 1")).toBe(false);
  expect(safeRegex("/a/g")?.test("a") && safeRegex("/a/g")?.test("a")).toBe(true);
  expect(safeRegex("/(?!x/")).toBeNull();
  expect(safeRegex("/no end")).toBeNull();
});
