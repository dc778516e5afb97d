import { afterEach, describe, expect, it, vi } from "vitest";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { nearestInPieces } from "./nearest-in-pieces";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("nearestInPieces", () => {
  it("finds what looking at all at once finds, and lets others in between", async () => {
    const names = Array.from({ length: 9_000 }, (_, index) => `service_${index}_requests_total`);
    // Each piece takes more than a turn has.
    let clockMs = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clockMs += 10));
    let turns = 0;
    let isLooking = true;
    const turn = () => {
      turns += 1;
      if (isLooking) setImmediate(turn);
    };
    setImmediate(turn);
    const found = await nearestInPieces("service_4321_request_total", names);
    isLooking = false;
    expect(found).toEqual(nearestNames("service_4321_request_total", names));
    expect(found[0]).toBe("service_4321_requests_total");
    expect(turns).toBeGreaterThanOrEqual(4);
    expect(await nearestInPieces("x", [])).toEqual([]);
  });
});
