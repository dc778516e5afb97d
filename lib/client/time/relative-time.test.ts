import { describe, expect, it } from "vitest";
import { relativeTime } from "./relative-time";

describe("relativeTime", () => {
  it("uses the largest unit that fits", () => {
    const nowMs = Date.UTC(2026, 0, 10, 12);
    expect(relativeTime("2026-01-10T11:59:40Z", nowMs)).toBe("just now");
    expect(relativeTime("2026-01-10T11:30:00Z", nowMs)).toBe("30 minutes ago");
    expect(relativeTime("2026-01-09T11:30:00Z", nowMs)).toBe("yesterday");
    expect(relativeTime("2025-11-01T00:00:00Z", nowMs)).toBe("2 months ago");
  });
});
