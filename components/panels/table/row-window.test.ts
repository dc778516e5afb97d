import { describe, expect, it } from "vitest";
import { rowWindow } from "./row-window";

const size = { rowHeight: 30, height: 300 };

describe("rowWindow", () => {
  it("holds the rows in view and some on either side", () => {
    expect(rowWindow({ ...size, count: 10_000, passed: 500 })).toEqual({ first: 494, end: 517 });
  });

  it("stays within the rows", () => {
    expect(rowWindow({ ...size, count: 10_000, passed: 0 })).toEqual({ first: 0, end: 17 });
    expect(rowWindow({ ...size, count: 10_000, passed: 9_995 })).toEqual({ first: 9_984, end: 10_000 });
    expect(rowWindow({ ...size, count: 3, passed: 0 })).toEqual({ first: 0, end: 3 });
  });

  it("shows the end of what a filter has left while one is scrolled far down", () => {
    expect(rowWindow({ ...size, count: 40, passed: 9_000 })).toEqual({ first: 24, end: 40 });
    expect(rowWindow({ ...size, count: 0, passed: 9_000 })).toEqual({ first: 0, end: 0 });
  });
});
