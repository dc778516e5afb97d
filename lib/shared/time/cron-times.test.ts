import { describe, expect, it } from "vitest";
import { cronTimes } from "./cron-times";

// A Monday.
const monday = Date.UTC(2024, 0, 1);
const week = { fromMs: monday, toMs: monday + 7 * 86_400_000 - 1 };
const strikes = (expression: string, zone = "utc", most = 100) =>
  cronTimes(expression, week, zone, most).map((at) => new Date(at).toISOString().slice(5, 16));

describe("cronTimes", () => {
  it("strikes at times of day, on days of the week", () => {
    expect(strikes("30 9 * * 1-5")).toEqual([
      "01-01T09:30",
      "01-02T09:30",
      "01-03T09:30",
      "01-04T09:30",
      "01-05T09:30",
    ]);
    expect(strikes("0 0 * * sun")).toEqual(strikes("0 0 * * 7"));
    expect(strikes("0 0 * * SAT,sun")).toEqual(["01-06T00:00", "01-07T00:00"]);
  });

  it("knows lists, steps, dates and months", () => {
    expect(strikes("*/30 1,2 3 jan *")).toEqual(["01-03T01:00", "01-03T01:30", "01-03T02:00", "01-03T02:30"]);
    expect(strikes("0 0 1 2 *")).toEqual([]);
    expect(strikes("0 0 3 * 6")).toEqual(["01-03T00:00", "01-06T00:00"]);
    expect(strikes("20/20 5 2 * *")).toEqual(["01-02T05:20", "01-02T05:40"]);
  });

  it("goes by the clock of its zone, and no further than wanted", () => {
    expect(strikes("0 8 * * 2", "Asia/Tokyo")).toEqual(["01-01T23:00"]);
    expect(strikes("* * * * *", "utc", 7)).toHaveLength(7);
  });

  it("never strikes when it cannot be read", () => {
    for (const odd of ["", "* * * *", "61 * * * *", "a * * * *", "5-1 * * * *", "*/0 * * * *", "* * * * * *"])
      expect(strikes(odd)).toEqual([]);
  });
});
