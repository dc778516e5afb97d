import { describe, expect, it } from "vitest";
import { nextSort, readSort, sortRows, writeSort } from "./sort-rows";

describe("sortRows", () => {
  it("counts numbers in names and keeps rows without a value last", () => {
    const rows = ["team 10", null, "Team 2", "alpha"];
    expect(sortRows(rows, (row) => row, false)).toEqual(["alpha", "Team 2", "team 10", null]);
    expect(sortRows(rows, (row) => row, true)).toEqual(["team 10", "Team 2", "alpha", null]);
  });

  it("compares numbers as numbers and leaves equals as they were", () => {
    const rows = [
      { id: "a", n: 10 },
      { id: "b", n: 9 },
      { id: "c", n: 10 },
    ];
    expect(sortRows(rows, (row) => row.n, false).map((row) => row.id)).toEqual(["b", "a", "c"]);
    expect(sortRows(rows, (row) => row.n, true).map((row) => row.id)).toEqual(["a", "c", "b"]);
  });
});

describe("the order in an address", () => {
  it("reads what it writes", () => {
    for (const text of ["name", "-members"]) expect(writeSort(readSort(text))).toBe(text);
  });

  it("turns round on a second click", () => {
    expect(nextSort({ column: "name", descending: false }, "name")).toEqual({
      column: "name",
      descending: true,
    });
    expect(nextSort({ column: "name", descending: true }, "used")).toEqual({
      column: "used",
      descending: false,
    });
  });
});
