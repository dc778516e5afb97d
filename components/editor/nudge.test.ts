import { describe, expect, it } from "vitest";
import type { Place } from "./apply-layout";
import { nudge, stretch } from "./nudge";

const places: Place[] = [
  { key: "1", x: 0, y: 0, w: 12, h: 4 },
  { key: "2", x: 12, y: 0, w: 12, h: 4 },
  { key: "3", x: 0, y: 4, w: 24, h: 4 },
];

function at(next: Place[], key: string) {
  const place = next.find((one) => one.key === key);
  return place && [place.x, place.y, place.w, place.h];
}

describe("nudge", () => {
  it("moves past the neighbour below and back", () => {
    const down = nudge(places, "1", "down");
    expect(at(down, "1")?.[1]).toBeGreaterThan(0);
    expect(at(down, "3")?.[1]).toBeLessThan(at(down, "1")?.[1] ?? 0);
    expect(at(nudge(down, "1", "up"), "1")).toEqual([0, 0, 12, 4]);
  });

  it("moves sideways one column, and not out of the grid", () => {
    const [one] = places;
    const alone = one ? [one] : [];
    expect(at(nudge(alone, "1", "right"), "1")).toEqual([1, 0, 12, 4]);
    expect(at(nudge(alone, "1", "left"), "1")).toEqual([0, 0, 12, 4]);
    expect(at(nudge(alone, "1", "up"), "1")).toEqual([0, 0, 12, 4]);
  });

  it("never lets two panels overlap", () => {
    for (const direction of ["left", "right", "up", "down"] as const) {
      for (const change of [nudge, stretch]) {
        const next = change(places, "1", direction);
        const cells = next.flatMap(({ x, y, w, h }) =>
          Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)}/${y + Math.floor(cell / w)}`),
        );
        expect(new Set(cells).size).toBe(cells.length);
      }
    }
  });
});

describe("stretch", () => {
  it("resizes one panel and moves what is in its way", () => {
    const taller = stretch(places, "1", "down");
    expect(at(taller, "1")).toEqual([0, 0, 12, 5]);
    expect(at(taller, "3")).toEqual([0, 5, 24, 4]);
    expect(at(stretch(places, "2", "right"), "2")).toEqual([12, 0, 12, 4]);
    expect(at(stretch(places, "3", "left"), "3")).toEqual([0, 4, 23, 4]);
  });
});
