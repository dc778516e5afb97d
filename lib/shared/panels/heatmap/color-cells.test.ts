import { describe, expect, it } from "vitest";
import { colorCells, heatmapPalette } from "./color-cells";
import { HeatmapOptions } from "./options";

const colorOf = (color: unknown) => HeatmapOptions.parse({ color }).color;

describe("colorCells", () => {
  it("spreads counts over the palette and leaves out what is filtered", () => {
    const { cells, min, max } = colorCells([[0, 1, 50, 100, null]], 5, 10, { le: 1e-9 });
    expect([min, max]).toEqual([1, 100]);
    expect([...cells]).toEqual([-1, 0, 4, 9, -1]);
  });

  it("clamps to fixed ends and survives NaN, infinity and equal counts", () => {
    const fixed = colorCells([[-5, 5, 500]], 3, 4, { min: 0, max: 10 });
    expect([...fixed.cells]).toEqual([0, 2, 3]);
    const odd = colorCells([[Number.NaN, Number.POSITIVE_INFINITY, 7, 7]], 4, 4, {});
    expect([...odd.cells]).toEqual([-1, -1, 0, 0]);
  });
});

describe("heatmapPalette", () => {
  it("begins near the background in both themes", () => {
    const dark = heatmapPalette(colorOf({ mode: "scheme", scheme: "Oranges", steps: 8 }), "dark");
    const light = heatmapPalette(colorOf({ mode: "scheme", scheme: "Oranges", steps: 8 }), "light");
    expect(dark).toEqual(light.toReversed());
    expect(dark).toHaveLength(8);
    expect(
      heatmapPalette(colorOf({ mode: "scheme", scheme: "Oranges", steps: 8, reverse: true }), "dark"),
    ).toEqual(light);
  });

  it("fades one colour in by the exponent", () => {
    const palette = heatmapPalette(
      colorOf({ mode: "opacity", fill: "#5794F2", scale: "exponential", exponent: 0.5, steps: 5 }),
      "dark",
    );
    expect(palette[0]).toBe("rgba(87, 148, 242, 0)");
    expect(palette[1]).toBe("rgba(87, 148, 242, 0.5)");
    expect(palette[4]).toBe("rgba(87, 148, 242, 1)");
  });
});
