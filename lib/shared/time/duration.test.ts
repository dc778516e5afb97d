import { describe, expect, it } from "vitest";
import { formatDuration, formatInterval, parseDurationMs } from "./duration";

describe("durations", () => {
  it("reads one and many units, and plain seconds", () => {
    expect(["5m", "1h30m", "500ms", "1.5h", "15", "2w", "1y"].map(parseDurationMs)).toEqual([
      300_000, 5_400_000, 500, 5_400_000, 15_000, 1_209_600_000, 31_536_000_000,
    ]);
    for (const text of ["", "5", "m", "5 m", "-5m", "5x", "$interval", "1h m"].filter((t) => t !== "5")) {
      expect(parseDurationMs(text), text).toBeNull();
    }
  });
  it("writes them exactly", () => {
    expect([5_400_000, 0, 1_500, 86_400_000, 90_061_001].map(formatDuration)).toEqual([
      "1h30m",
      "0s",
      "1s500ms",
      "1d",
      "1d1h1m1s1ms",
    ]);
    expect([90_000, 60_000, 1_500, 86_400_000].map(formatInterval)).toEqual(["90s", "1m", "1500ms", "1d"]);
  });
  it("reads back what it wrote", () => {
    for (let ms = 1; ms < 10_000_000; ms = ms * 3 + 7) {
      expect(parseDurationMs(formatDuration(ms))).toBe(ms);
      expect(parseDurationMs(formatInterval(ms))).toBe(ms);
    }
  });
});
