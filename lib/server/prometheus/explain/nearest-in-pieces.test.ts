import { describe, expect, it } from "vitest";
import { nearestNames } from "@/lib/shared/promql/nearest-names";
import { nearestInPieces } from "./nearest-in-pieces";

describe("nearestInPieces", () => {
  it("finds what looking at all at once finds, and lets others in between", async () => {
    const names = Array.from({ length: 9_000 }, (_, index) => `service_${index}_requests_total`);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const found = await nearestInPieces("service_4321_request_total", names);
    clearInterval(timer);
    expect(found).toEqual(nearestNames("service_4321_request_total", names));
    expect(found[0]).toBe("service_4321_requests_total");
    expect(turns).toBeGreaterThan(0);
    expect(await nearestInPieces("x", [])).toEqual([]);
  });
});
