import { describe, expect, it } from "vitest";
import { axisTimeTexts } from "./time-text";
import { timeTicks } from "./time-ticks";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);

/** What stands on the axis of a range. */
function labels(from: string, hours: number, incrementMs: number, timeZone: string): string[] {
  const range = hours * HOUR;
  const ticks = timeTicks(at(from), at(from) + range, incrementMs, timeZone);
  return axisTimeTexts(ticks, timeZone, incrementMs, range);
}

describe("timeTicks", () => {
  it("goes on where a clock is set forward", () => {
    expect(labels("2026-03-28T23:00Z", 6, HOUR, "Europe/Berlin")).toEqual([
      "00:00",
      "01:00",
      "03:00",
      "04:00",
      "05:00",
      "06:00",
      "07:00",
    ]);
    expect(labels("2026-03-28T23:00Z", 9, 2 * HOUR, "Europe/Berlin")).toEqual([
      "00:00",
      "04:00",
      "06:00",
      "08:00",
      "10:00",
    ]);
    expect(labels("2026-03-28T23:00Z", 9, 3 * HOUR, "Europe/Berlin")).toEqual([
      "00:00",
      "03:00",
      "06:00",
      "09:00",
    ]);
  });

  it("tells the hour that comes twice from the one before it", () => {
    expect(labels("2026-10-24T22:00Z", 5, HOUR, "Europe/Berlin")).toEqual([
      "00:00",
      "01:00",
      "02:00",
      "02:00+01:00",
      "03:00",
      "04:00",
    ]);
    expect(labels("2026-11-01T05:00Z", 2, 30 * MINUTE, "America/New_York")).toEqual([
      "01:00",
      "01:30",
      "01:00-05:00",
      "01:30-05:00",
      "02:00",
    ]);
    expect(labels("2026-10-24T22:00Z", 10, 2 * HOUR, "Europe/Berlin")).toEqual([
      "00:00",
      "02:00",
      "04:00",
      "06:00",
      "08:00",
    ]);
  });

  it("takes changes of half an hour and zones that are half an hour off", () => {
    expect(labels("2026-04-04T13:00Z", 4, HOUR, "Australia/Lord_Howe")).toEqual([
      "00:00",
      "01:00",
      "02:00",
      "03:00",
    ]);
    expect(labels("2026-04-04T14:00Z", 1, 30 * MINUTE, "Australia/Lord_Howe")).toEqual([
      "01:00",
      "01:30",
      "01:30+10:30",
    ]);
    expect(labels("2026-10-03T13:30Z", 3, HOUR, "Australia/Lord_Howe")).toEqual(["00:00", "01:00", "03:00"]);
    expect(labels("2026-06-01T00:00Z", 3, HOUR, "Asia/Kolkata")).toEqual(["06:00", "07:00", "08:00"]);
  });

  it("stands at midnights and at the first of months, whatever lies between", () => {
    expect(labels("2026-03-27T23:00Z", 72, DAY, "Europe/Berlin")).toEqual([
      "03/28 00:00",
      "03/29 00:00",
      "03/30 00:00",
      "03/31 00:00",
    ]);
    expect(labels("2026-09-30T22:00Z", 24 * 120, 30 * DAY, "Europe/Berlin")).toEqual([
      "10/01",
      "11/01",
      "12/01",
      "01/01",
    ]);
    expect(labels("2022-06-01T00:00Z", 24 * 365 * 4, 365 * DAY, "America/New_York")).toEqual([
      "2023",
      "2024",
      "2025",
      "2026",
    ]);
  });

  it.each([
    ["Europe/Berlin", "2026-03-29T01:00Z"],
    ["Europe/Berlin", "2026-10-25T01:00Z"],
    ["America/New_York", "2026-11-01T06:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
    ["Asia/Kathmandu", "2026-06-01T00:00Z"],
  ])("has round times in %s around %s, no two alike and none missing", (timeZone, change) => {
    for (const increment of [5 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY, 2 * DAY]) {
      const from = at(change) - increment * 7.3;
      const ticks = timeTicks(from, from + increment * 15, increment, timeZone);
      const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(increment * 0.6);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(increment * 1.5 + HOUR);
      const texts = axisTimeTexts(ticks, timeZone, increment, 2 * DAY);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
