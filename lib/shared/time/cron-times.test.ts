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

  it("strikes in order and each time once on the days that clocks change", () => {
    const on = (expression: string, zone: string, date: string) => {
      const fromMs = Date.parse(date);
      return cronTimes(expression, { fromMs, toMs: fromMs + 20 * 3_600_000 }, zone, 100).map((at) =>
        new Date(at).toISOString().slice(11, 16),
      );
    };
    expect(on("*/30 1-3 * * *", "Europe/Berlin", "2026-03-28T23:00:00Z")).toEqual([
      ...["00:00", "00:30", "01:00", "01:30"],
    ]);
    expect(on("0 0,12 * * *", "Europe/Berlin", "2026-10-24T22:00:00Z")).toEqual(["22:00", "11:00"]);
    expect(on("30 1-3 * * *", "America/New_York", "2026-03-08T05:00:00Z")).toEqual(["06:30", "07:30"]);
    expect(on("30 0,3 * * *", "America/New_York", "2026-11-01T04:00:00Z")).toEqual(["04:30", "08:30"]);
  });

  it("never strikes when it cannot be read", () => {
    for (const odd of ["", "* * * *", "61 * * * *", "a * * * *", "5-1 * * * *", "*/0 * * * *", "* * * * * *"])
      expect(strikes(odd)).toEqual([]);
  });
});
