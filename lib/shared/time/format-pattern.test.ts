import { describe, expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { formatPattern } from "./format-pattern";
import { fromNow } from "./from-now";

const { dateTimeForTimeZone } = grafanaData;

const times = [
  "2026-01-31T23:05:09.042Z",
  "2024-02-29T00:00:00.000Z",
  "2026-11-22T12:30:59.999Z",
  "1969-12-31T23:59:59.500Z",
  "2027-01-01T03:04:05.006Z",
].map((text) => Date.parse(text));
const patterns = [
  "YYYY-MM-DD HH:mm:ss.SSS",
  "MM/DD/YYYY h:mm:ss a",
  "dddd, MMMM Do YYYY [at] hh:mm A",
  "ddd dd d E M Mo MMM DDD DDDD Q",
  "YY H k kk m s S SS WW W Wo Z ZZ X x",
  "LT LTS L LL LLL LLLL l ll",
  "[YYYY] [Week] W, YYYY",
];

describe("formatPattern", () => {
  it.each(["utc", "America/St_Johns", "Asia/Kathmandu", "Europe/Berlin"])(
    "writes what moment writes in %s",
    (zone) => {
      for (const ms of times) {
        for (const pattern of patterns) {
          expect(formatPattern(ms, pattern, zone), pattern).toBe(
            dateTimeForTimeZone(zone, ms).format(pattern),
          );
        }
      }
    },
  );
});

describe("fromNow", () => {
  const now = Date.parse("2026-06-15T12:00:00Z");
  it.each([
    0, 40, 50, 80, 100, 2_600, 3_000, 6_000, 70_000, 80_000, 140_000, 2_000_000, 3_000_000, 9_000_000,
    28_000_000, 40_000_000, 90_000_000,
  ])("says %d seconds as moment does", (seconds) => {
    const then = dateTimeForTimeZone("utc", now - seconds * 1_000);
    expect(fromNow(now - seconds * 1_000, now)).toBe(then.from(dateTimeForTimeZone("utc", now)));
    if (seconds > 0)
      expect(fromNow(now + seconds * 1_000, now)).toBe(
        dateTimeForTimeZone("utc", now + seconds * 1_000).from(dateTimeForTimeZone("utc", now)),
      );
  });
});
