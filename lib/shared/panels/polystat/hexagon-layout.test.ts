import fc from "fast-check";
import { expect, it } from "vitest";
import { hexagonLayout, hexagonPath } from "./hexagon-layout";

const shape = "hexagon_pointed_top" as const;

it("keeps every cell inside of the panel, and no two on one another", () => {
  const size = fc.integer({ min: 60, max: 1500 });
  const kinds = fc.constantFrom(shape, "circle" as const, "square" as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), size, size, kinds, (count, width, height, kind) => {
      const { places, radius } = hexagonLayout(count, { width, height }, { shape: kind });
      expect(places).toHaveLength(count);
      const half = kind === shape ? (radius * Math.sqrt(3)) / 2 : radius;
      for (const { x, y } of places) {
        expect(x - half).toBeGreaterThan(-1);
        expect(x + half).toBeLessThan(width + 1);
        expect(y - radius).toBeGreaterThan(-1);
        expect(y + radius).toBeLessThan(height + 1);
      }
      const distances = places.flatMap((a, i) =>
        places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      expect(Math.min(...distances, Number.POSITIVE_INFINITY)).toBeGreaterThan(half * 2 - 0.01);
    }),
    { numRuns: 60 },
  );
});

it("shifts every second row by half a cell, and keeps to columns that are given", () => {
  const { places, radius } = hexagonLayout(4, { width: 300, height: 300 }, { shape, columns: 2 });
  expect(places.map(({ y }) => y === places[0]?.y)).toEqual([true, true, false, false]);
  expect((places[2]?.x ?? 0) - (places[0]?.x ?? 0)).toBeCloseTo((radius * Math.sqrt(3)) / 2);
  expect(hexagonPath(10).split("L")).toHaveLength(6);
});
