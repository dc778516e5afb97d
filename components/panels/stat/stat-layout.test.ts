import { describe, expect, it } from "vitest";
import { statLayout, suffixShare } from "./stat-layout";

const texts = { title: "", value: "48.5%", hasLine: true, mayBeWide: true };

describe("statLayout", () => {
  it("goes on in a new line only where the value does not fit", () => {
    const texts = { title: "", value: "version-1.2.3", hasLine: false, mayBeWide: false };
    const layout = (width: number, valueSize?: number) =>
      statLayout({ width, height: 80 }, { ...texts, valueSize });
    expect(layout(60).breaks).toBe(true);
    expect(layout(400).breaks).toBe(false);
    expect(layout(60, 20)).toMatchObject({ valueSize: 10, breaks: true });
    expect(layout(130, 20)).toMatchObject({ valueSize: 14, breaks: false });
    expect(layout(400, 20)).toMatchObject({ valueSize: 20, breaks: false });
  });

  it("draws the line only where there is room, as Grafana decides it", () => {
    const lineHeight = (width: number, height: number) => statLayout({ width, height }, texts).lineHeight;
    expect(lineHeight(160, 90)).toBe(0);
    expect(lineHeight(160, 110)).toBeGreaterThan(110 * 0.25 - 1);
    expect(lineHeight(300, 48)).toBe(0);
    expect(lineHeight(300, 60)).toBe(30);
  });

  it("puts name and value side by side in low tiles, unless the panel forbids it", () => {
    const named = { ...texts, title: "cpu" };
    expect(statLayout({ width: 300, height: 60 }, named).wide).toBe(true);
    expect(statLayout({ width: 300, height: 60 }, { ...named, mayBeWide: false }).wide).toBe(false);
    expect(statLayout({ width: 300, height: 200 }, named).wide).toBe(false);
  });

  it("sets units smaller beside larger values", () => {
    expect([12, 20, 26, 90].map(suffixShare)).toEqual([0.9, 0.8, 0.6, 0.6]);
  });

  it("keeps text inside the tile and names smaller than values", () => {
    for (const [width, height] of [
      [160, 90],
      [330, 180],
      [900, 400],
      [60, 30],
    ] as const) {
      const { titleSize, valueSize } = statLayout({ width, height }, { ...texts, title: "a name" });
      expect(titleSize).toBeLessThanOrEqual(30);
      expect(titleSize).toBeLessThanOrEqual(Math.max(12, valueSize * 0.7));
      expect(valueSize * 1.2).toBeLessThanOrEqual(Math.max(height, 12 * 1.2));
    }
    const asked = statLayout({ width: 300, height: 200 }, { ...texts, titleSize: 40, valueSize: 20 });
    expect([asked.titleSize, asked.valueSize]).toEqual([40, 20]);
  });
});
