import { describe, expect, it } from "vitest";
import { axisTimeText, longestAxisText, timeText } from "./time-text";

const time = Date.UTC(2026, 2, 29, 0, 30, 5, 250);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe("timeText", () => {
  it("writes a time in the dashboard's zone", () => {
    expect(timeText(time, "utc")).toBe("2026-03-29 00:30:05");
    expect(timeText(time, "Europe/Stockholm")).toBe("2026-03-29 01:30:05");
    expect(timeText(time + 30 * MINUTE, "Europe/Stockholm")).toBe("2026-03-29 03:00:05");
  });

  it("says which of two hours it is where the clock shows one twice", () => {
    const times = [0, 60, 120].map((minutes) => Date.UTC(2026, 9, 25, 0, minutes));
    expect(times.map((one) => timeText(one, "Europe/Berlin"))).toEqual([
      "2026-10-25 02:00:00 +02:00",
      "2026-10-25 02:00:00 +01:00",
      "2026-10-25 03:00:00",
    ]);
  });

  it("takes UTC for a name that is none, as ranges do", () => {
    expect(timeText(time, "Middle/Earth")).toBe(timeText(time, "utc"));
    expect(timeText(time, "")).toBe(timeText(time, "browser"));
    expect(timeText(Number.NaN, "utc")).toBe("");
  });
});

describe("axisTimeText", () => {
  it.each([
    [100, 1_000, "00:30:05.250"],
    [15_000, 5 * MINUTE, "00:30:05"],
    [10 * MINUTE, 60 * MINUTE, "00:30"],
    [6 * 60 * MINUTE, 3 * DAY, "03/29 00:30"],
    [7 * DAY, 60 * DAY, "03/29"],
    [60 * DAY, 700 * DAY, "2026-03"],
    [400 * DAY, 4000 * DAY, "2026"],
  ])("with ticks %i ms apart over %i ms", (increment, range, text) => {
    expect(axisTimeText(time, "utc", increment, range)).toBe(text);
  });
});

it("knows what room ticks need where an hour comes twice between them", () => {
  const from = Date.UTC(2026, 9, 24, 20);
  const longest = (hours: number, zone: string) =>
    longestAxisText(from, from + hours * 60 * MINUTE, zone, 60 * MINUTE);
  expect([longest(12, "Europe/Berlin"), longest(4, "Europe/Berlin"), longest(12, "utc")]).toEqual([
    "22:00+00:00",
    "22:00",
    "20:00",
  ]);
  expect(longestAxisText(from, from + 3 * DAY, "Europe/Berlin", 6 * 60 * MINUTE)).toBe("10/24 22:00");
});
