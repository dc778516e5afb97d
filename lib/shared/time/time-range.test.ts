import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shiftRange, zoomOut } from "./move-range";
import { quickRanges } from "./quick-ranges";
import { formatTimestamp, rangeLabel } from "./range-label";
import { parseTime, parseTimeRange } from "./time-range";

// The ES module build does not load under Node, the CommonJS one does.
const { dateMath } = createRequire(import.meta.url)("@grafana/data") as typeof import("@grafana/data");

const zones = ["UTC", "Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];
const instants = [
  "2026-03-29T00:30:00Z",
  "2026-10-25T01:15:30Z",
  "2024-02-29T23:59:59.999Z",
  "2026-07-01T12:00:00Z",
];
const texts = [
  "now",
  "now-6h",
  "now-90s",
  "now/d",
  "now-1d/d",
  "now/w",
  "now-1M/M",
  "now/y",
  "now-1y",
  "now+30m",
  "now/h",
  "now-7d",
];

describe("parseTime", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  for (const timeZone of zones) {
    it(`agrees with Grafana's own arithmetic in ${timeZone}`, () => {
      for (const instant of instants) {
        const nowMs = Date.parse(instant);
        vi.setSystemTime(nowMs);
        for (const text of texts.filter((t) => !t.includes("w"))) {
          for (const roundUp of [false, true]) {
            const theirs = dateMath.toDateTime(text, { roundUp, timezone: timeZone })?.valueOf();
            const ours = parseTime(text, { nowMs, timeZone }, roundUp);
            expect(ours, `${text} at ${instant} ${roundUp}`).toBe(theirs);
          }
        }
      }
    });
  }

  it("agrees about fiscal years and quarters", () => {
    for (const fiscalStart of [0, 1, 3, 9]) {
      for (const instant of instants) {
        const nowMs = Date.parse(instant);
        vi.setSystemTime(nowMs);
        for (const text of ["now/fy", "now/fQ", "now-1y/fy", "now-1Q/fQ"]) {
          for (const roundUp of [false, true]) {
            const options = { roundUp, timezone: "utc", fiscalYearStartMonth: fiscalStart };
            const theirs = dateMath.toDateTime(text, options)?.valueOf();
            const ours = parseTime(text, { nowMs, timeZone: "UTC", fiscalStart }, roundUp);
            expect(ours, `${text} at ${instant} from ${fiscalStart}`).toBe(theirs);
          }
        }
      }
    }
  });

  it("takes epoch ms, ISO with zone, and wall clock in the dashboard's zone", () => {
    const context = { nowMs: 0, timeZone: "Europe/Stockholm" };
    expect(parseTime("1700000000000", context)).toBe(1_700_000_000_000);
    expect(parseTime("2026-07-01T12:00:00Z", context)).toBe(Date.parse("2026-07-01T12:00:00Z"));
    expect(parseTime("2026-07-01 12:00:00", context)).toBe(Date.parse("2026-07-01T10:00:00Z"));
    expect(parseTime("2026-01-01", context)).toBe(Date.parse("2025-12-31T23:00:00Z"));
  });

  it.each([
    "",
    "nw",
    "now-",
    "now-6",
    "now-6x",
    "6h",
    "now/q",
    "yesterday",
    "2026-13-01",
    "now-1d d",
    "NaN",
    "Infinity",
  ])("says no to %j", (text) => expect(parseTime(text, { nowMs: 0, timeZone: "utc" })).toBeNull());

  it.each([
    "now-999999999y",
    "now+99999999999d",
    "now-99999999999999999999M/M",
    `now-${"9".repeat(400)}w`,
    "8640000000000001",
    "9999999999999999",
    "now+9999999999999999ms",
  ])("knows no time beyond all dates: %s", (text) => {
    for (const timeZone of ["UTC", "Asia/Kolkata"])
      for (const roundUp of [false, true])
        expect(parseTime(text, { nowMs: 1_700_000_000_000, timeZone }, roundUp)).toBeNull();
    expect(parseTime("now/fy", { nowMs: 8.64e15, timeZone: "UTC" }, true)).toBeNull();
  });

  it("begins weeks on Monday, or as told", () => {
    const nowMs = Date.parse("2026-07-01T12:00:00Z");
    expect(parseTime("now/w", { nowMs, timeZone: "utc" })).toBe(Date.parse("2026-06-29T00:00:00Z"));
    expect(parseTime("now/w", { nowMs, timeZone: "utc", weekStart: 0 })).toBe(
      Date.parse("2026-06-28T00:00:00Z"),
    );
  });
});

describe("parseTimeRange", () => {
  it("refuses what does not run forward", () => {
    const context = { nowMs: 1_700_000_000_000, timeZone: "utc" };
    expect(parseTimeRange({ from: "now-1h", to: "now" }, context)).toEqual({
      fromMs: 1_699_996_400_000,
      toMs: 1_700_000_000_000,
    });
    expect(parseTimeRange({ from: "now", to: "now-1h" }, context)).toBeNull();
    for (const range of quickRanges) expect(parseTimeRange(range, context), range.from).not.toBeNull();
  });
});

describe("rangeLabel", () => {
  it("speaks as Grafana's picker", () => {
    expect(rangeLabel({ from: "now-6h", to: "now" }, "utc")).toBe("Last 6 hours");
    expect(rangeLabel({ from: "now-1h", to: "now" }, "utc")).toBe("Last 1 hour");
    expect(rangeLabel({ from: "now-1d/d", to: "now-1d/d" }, "utc")).toBe("Yesterday");
    expect(rangeLabel({ from: "now/d", to: "now/d" }, "utc")).toBe("Today");
    expect(rangeLabel({ from: "0", to: "60000" }, "utc")).toBe("1970-01-01 00:00:00 to 1970-01-01 00:01:00");
    expect(formatTimestamp(0, "Asia/Kolkata")).toBe("1970-01-01 05:30:00");
  });
});

describe("moving a range", () => {
  it("shifts by half and stops at now", () => {
    expect(shiftRange({ fromMs: 100, toMs: 200 }, -1, 1000)).toEqual({ fromMs: 50, toMs: 150 });
    expect(shiftRange({ fromMs: 100, toMs: 200 }, 1, 210)).toEqual({ fromMs: 110, toMs: 210 });
  });
  it("zooms out around the middle", () => {
    expect(zoomOut({ fromMs: 100_000, toMs: 200_000 })).toEqual({ fromMs: 50_000, toMs: 250_000 });
    expect(zoomOut({ fromMs: 5, toMs: 5 })).toEqual({ fromMs: -29_995, toMs: 30_005 });
  });
});
