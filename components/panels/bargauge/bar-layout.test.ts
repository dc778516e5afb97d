import { describe, expect, it } from "vitest";
import { textWidth } from "@/components/panels/fit-font-size";
import { columnLayout, rowLayout } from "./bar-layout";

const texts = { title: "Requests", value: "52.7%", placement: "auto" } as const;

describe("rowLayout", () => {
  it("puts names above in high rows and beside in low ones, unless it is told", () => {
    const above = (height: number, placement: "auto" | "top" | "left") =>
      rowLayout({ width: 300, height }, { ...texts, placement }).above;
    expect([above(41, "auto"), above(40, "auto"), above(30, "top"), above(90, "left")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("gives the value a fifth of the width, or what it needs", () => {
    expect(rowLayout({ width: 600, height: 30 }, texts).valueWidth).toBe(120);
    expect(rowLayout({ width: 2_000, height: 30 }, texts).valueWidth).toBe(150);
    expect(rowLayout({ width: 100, height: 30 }, texts).valueWidth).toBeGreaterThan(20);
  });

  it("writes smaller rather than over its end where it is narrow", () => {
    for (const placement of ["auto", "top", "left"] as const) {
      const row = rowLayout({ width: 60, height: 30 }, { title: "bar-18", value: "2.18 GiB", placement });
      expect(row.titleWidth + row.barWidth + row.valueWidth).toBeLessThanOrEqual(60);
      expect(row.barWidth).toBeGreaterThan(0);
      expect(row.valueSize).toBe(8);
    }
  });

  it("fills its place and no more", () => {
    for (const [width, height] of [
      [260, 24],
      [260, 90],
      [900, 300],
    ] as const) {
      const row = rowLayout({ width, height }, texts);
      expect(row.titleWidth + row.barWidth + row.valueWidth).toBeCloseTo(width, 6);
      expect(row.titleHeight + row.barHeight).toBeCloseTo(height, 6);
      expect(row.valueSize).toBeLessThanOrEqual(Math.max(10, row.barHeight));
      expect(row.titleSize * 1.5).toBeLessThanOrEqual(Math.max(18, height * 0.6));
    }
  });

  it("leaves the bar what is not shown, and takes the sizes that are asked for", () => {
    const bare = rowLayout({ width: 300, height: 90 }, { ...texts, value: "", placement: "hidden" });
    expect([bare.barWidth, bare.barHeight]).toEqual([300, 90]);
    const asked = rowLayout({ width: 300, height: 90 }, { ...texts, titleSize: 20, valueSize: 40 });
    expect([asked.titleSize, asked.titleHeight, asked.valueSize]).toEqual([20, 30, 40]);
  });
});

describe("columnLayout", () => {
  it("has the value above in a tenth of the height and the name below", () => {
    const column = columnLayout({ width: 120, height: 300 }, texts);
    expect(column).toMatchObject({ valueHeight: 30, titleSize: 14, titleHeight: 21, barHeight: 249 });
    expect(column.valueSize).toBeLessThanOrEqual(30);
    expect(columnLayout({ width: 120, height: 100 }, texts).valueHeight).toBe(18);
    expect(columnLayout({ width: 120, height: 900 }, texts).valueHeight).toBe(50);
  });

  it("writes values smaller, and upright rather than into each other", () => {
    const values = { ...texts, value: "1,235 MiB" };
    const narrow = columnLayout({ width: 50, height: 300 }, values);
    expect(narrow.turned).toBe(false);
    expect(textWidth(values.value, narrow.valueSize)).toBeLessThanOrEqual(50);
    const turned = columnLayout({ width: 12, height: 300 }, values);
    expect(turned).toMatchObject({ turned: true, valueSize: 10 });
    expect(turned.valueHeight).toBeGreaterThanOrEqual(textWidth(values.value, 10));
    expect(turned.barHeight + turned.valueHeight + turned.titleHeight).toBe(300);
  });

  it("leaves out values for which there is neither width nor height", () => {
    expect(columnLayout({ width: 12, height: 90 }, { ...texts, value: "1,235 MiB" })).toMatchObject({
      valueHeight: 0,
      barHeight: 69,
    });
  });
});
