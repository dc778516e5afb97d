import { describe, expect, it } from "vitest";
import { tickStride } from "./tick-stride";

describe("tickStride", () => {
  it("writes all names where each has some room", () => {
    expect(tickStride(4, 400, 150)).toEqual({ every: 1, room: 94 });
    expect(tickStride(10, 200, 10)).toEqual({ every: 1, room: 14 });
  });

  it("leaves room for a whole name however many there are", () => {
    for (const count of [20, 90, 300, 1_000, 20_000]) {
      const { every, room } = tickStride(count, 500, 48);
      expect(room).toBeGreaterThanOrEqual(48);
      expect(every).toBeLessThan(count);
    }
  });

  it("takes what there is without room or names", () => {
    expect(tickStride(0, 500, 1)).toEqual({ every: 1, room: 494 });
    expect(tickStride(5, 0, 40).every).toBeGreaterThan(5);
  });
});
