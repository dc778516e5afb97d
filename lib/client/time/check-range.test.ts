import { describe, expect, it } from "vitest";
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
});
