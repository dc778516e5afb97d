import { describe, expect, it } from "vitest";
import { formatTimestamp } from "@/lib/shared/time/range-label";
import { checkRange } from "./check-range";

const nowMs = Date.UTC(2026, 0, 31, 12);

describe("checkRange", () => {
  it("keeps relative ends and turns written dates into milliseconds", () => {
    expect(checkRange({ from: " now-6h ", to: "now" }, nowMs, "utc").range).toEqual({
      from: "now-6h",
      to: "now",
    });
    expect(checkRange({ from: "2026-01-31 08:00:00", to: "now" }, nowMs, "utc").range?.from).toBe(
      String(Date.UTC(2026, 0, 31, 8)),
    );
  });

  it("says which end is wrong", () => {
    const check = checkRange({ from: "yesterday", to: "now" }, nowMs, "utc");
    expect(check.range).toBeNull();
    expect(check.fromProblem).toContain("now-6h");
    expect(check.toProblem).toBeNull();
  });

  it("wants the end after the start", () => {
    const check = checkRange({ from: "now", to: "now-1h" }, nowMs, "utc");
    expect(check.range).toBeNull();
    expect(check.toProblem).toContain("after the start");
  });

  it.each([
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["America/New_York", "2026-11-01", 25],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Asia/Kolkata", "2026-10-25", 24],
  ])("has whole days by the clock of %s on %s", (timeZone, day, hours) => {
    const typed = { from: `${day} 00:00:00`, to: `${day} 23:59:59` };
    const { range } = checkRange(typed, nowMs, timeZone);
    expect((Number(range?.to) - Number(range?.from) + 1_000) / 3_600_000).toBe(hours);
    expect([range?.from, range?.to].map((end) => formatTimestamp(Number(end), timeZone))).toEqual([
      typed.from,
      typed.to,
    ]);
  });
});
