import { describe, expect, it } from "vitest";
import { isShownTwice, offsetText, zoneStretches } from "./clock-change";

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);

describe("zoneStretches", () => {
  it("cuts a range where the clock changes", () => {
    const cut = (from: string, to: string, timeZone: string) =>
      zoneStretches(at(from), at(to), timeZone).map(({ fromMs, offsetMs }) => [
        new Date(fromMs).toISOString().slice(0, 16),
        offsetMs / HOUR,
      ]);
    expect(cut("2026-03-01T00:00Z", "2026-12-01T00:00Z", "Europe/Berlin")).toEqual([
      ["2026-03-01T00:00", 1],
      ["2026-03-29T01:00", 2],
      ["2026-10-25T01:00", 1],
    ]);
    expect(cut("2026-04-04T00:00Z", "2026-04-05T00:00Z", "Australia/Lord_Howe")).toEqual([
      ["2026-04-04T00:00", 11],
      ["2026-04-04T15:00", 10.5],
    ]);
    expect(cut("2026-01-01T00:00Z", "2026-12-01T00:00Z", "Asia/Kolkata")).toHaveLength(1);
  });
});

it("knows both rounds of an hour that comes twice, and only those", () => {
  const twice = (timeZone: string, ...times: string[]) =>
    times.map((time) => isShownTwice(at(time), timeZone));
  expect(
    twice(
      "Europe/Berlin",
      "2026-10-24T23:59Z",
      "2026-10-25T00:00Z",
      "2026-10-25T01:59Z",
      "2026-10-25T02:00Z",
    ),
  ).toEqual([false, true, true, false]);
  expect(twice("Australia/Lord_Howe", "2026-04-04T14:29Z", "2026-04-04T14:30Z", "2026-04-04T15:29Z")).toEqual(
    [false, true, true],
  );
  expect(twice("Europe/Berlin", "2026-03-29T00:30Z", "2026-03-29T01:30Z")).toEqual([false, false]);
});

it("writes offsets as in ISO 8601", () => {
  const zones = ["Asia/Kolkata", "America/New_York", "America/St_Johns", "utc"];
  expect(zones.map((zone) => offsetText(at("2026-01-01T00:00Z"), zone))).toEqual([
    "+05:30",
    "-05:00",
    "-03:30",
    "+00:00",
  ]);
});
