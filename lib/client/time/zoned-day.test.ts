import { expect, it } from "vitest";
import { zonedDay } from "./zoned-day";

const nowMs = Date.UTC(2026, 9, 25, 22, 30);

it("names the day that the zone's calendar shows", () => {
  const zones = ["utc", "Europe/Berlin", "Asia/Kolkata", "America/New_York"];
  expect(zones.map((zone) => zonedDay("now", nowMs, zone))).toEqual([
    "2026-10-25",
    "2026-10-25",
    "2026-10-26",
    "2026-10-25",
  ]);
  expect(zonedDay("now-1d", nowMs + 3_600_000, "Europe/Berlin")).toBe("2026-10-25");
  expect(zonedDay("2026-03-29 00:00:00", nowMs, "Europe/Berlin")).toBe("2026-03-29");
  expect(zonedDay("soon", nowMs, "utc")).toBeNull();
});
