import { describe, expect, it } from "vitest";
import { textWidth } from "@/components/panels/fit-font-size";
import { dialLayout, leastDialWidth } from "./dial-layout";

const texts = { value: "508 °C", hasTitle: false, hasRing: true, labels: [] as string[] };

describe("dialLayout", () => {
  it("has the stroke, the ring and the text of Grafana's gauge", () => {
    const wide = dialLayout({ width: 334, height: 258 }, texts);
    expect(wide.thick).toBe(40);
    expect(wide.ringWidth).toBe(7);
    expect(wide.valueSize).toBeLessThanOrEqual(68);
    const small = dialLayout({ width: 110, height: 110 }, texts);
    expect(small.thick).toBe(20);
  });

  it("stays inside its place with everything around it", () => {
    for (const [width, height] of [
      [334, 258],
      [900, 120],
      [90, 300],
      [75, 75],
    ] as const) {
      for (const labels of [[], ["0.5"], ["0.00258", "12,345.67 MB/s"]]) {
        const dial = dialLayout({ width, height }, { ...texts, hasTitle: true, labels });
        const outer = Math.max(dial.ring + dial.ringWidth / 2, dial.arc + dial.thick / 2);
        expect(dial.center.y - outer).toBeGreaterThanOrEqual(0);
        expect(dial.center.x - outer).toBeGreaterThanOrEqual(0);
        expect(dial.center.y + dial.valueSize / 2).toBeLessThanOrEqual(dial.height);
        expect(dial.height + dial.titleSize * 1.5).toBeLessThanOrEqual(height + 1);
      }
    }
  });

  it("is not crowded out by its name where it is low", () => {
    const low = dialLayout({ width: 158, height: 48 }, { ...texts, hasTitle: true });
    expect(low.height).toBeGreaterThanOrEqual(32);
    expect(dialLayout({ width: 240, height: 200 }, { ...texts, hasTitle: true }).titleSize).toBe(20);
  });

  it("keeps its value to itself where dials stand side by side", () => {
    const value = "1,234.5 req/s";
    const width = leastDialWidth(value);
    const { valueSize } = dialLayout({ width, height: 60 }, { ...texts, value });
    expect(textWidth(value, valueSize, 500)).toBeLessThanOrEqual(width);
  });

  it("has room beside it for what stands at its thresholds", () => {
    const { labels, center } = dialLayout(
      { width: 250, height: 240 },
      { ...texts, labels: ["0.00258", "1"] },
    );
    const end = (labels?.radius ?? 0) + textWidth("0.00258", labels?.size ?? 0);
    expect(end).toBeLessThanOrEqual(center.x);
  });

  it("leaves out what stands at its thresholds where that would run into the value", () => {
    const small = { ...texts, value: "$1.77K", hasTitle: true };
    const dial = dialLayout({ width: 95, height: 52 }, { ...small, labels: ["$231", "$1K", "$2K"] });
    expect(dial).toEqual(dialLayout({ width: 95, height: 52 }, { ...small, labels: [] }));
    expect(dialLayout({ width: 250, height: 200 }, { ...small, labels: ["$1K"] }).labels).not.toBeNull();
  });

  it("makes room for texts at the thresholds, and takes the sizes that are asked for", () => {
    const labelled = dialLayout({ width: 300, height: 300 }, { ...texts, labels: ["80"] });
    expect(labelled.labels?.radius).toBeGreaterThan(labelled.ring);
    expect(labelled.arc).toBeLessThan(dialLayout({ width: 300, height: 300 }, texts).arc);
    const asked = dialLayout({ width: 300, height: 300 }, { ...texts, valueSize: 12, titleSize: 30 });
    expect([asked.valueSize, asked.titleSize]).toEqual([12, 30]);
  });
});
