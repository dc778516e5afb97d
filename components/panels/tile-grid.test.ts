import { describe, expect, it } from "vitest";
import { tileGrid, tileWidth } from "./tile-grid";

describe("tileGrid", () => {
  it("puts tiles beside each other in a wide panel and below each other in a high one", () => {
    expect(tileGrid(3, { width: 900, height: 100 }, "auto")).toMatchObject({ columns: 3, rows: 1 });
    expect(tileGrid(3, { width: 200, height: 600 }, "auto")).toMatchObject({ columns: 1, rows: 3 });
    expect(tileGrid(4, { width: 500, height: 220 }, "auto")).toMatchObject({ columns: 4, rows: 1 });
    expect(tileGrid(4, { width: 500, height: 450 }, "auto")).toMatchObject({ columns: 2, rows: 2 });
  });

  it("lets the last row fill its width", () => {
    const grid = tileGrid(5, { width: 608, height: 400 }, "auto");
    expect(grid).toMatchObject({ columns: 3, rows: 2, width: 197, lastWidth: 300 });
    expect([0, 2, 3, 4].map((index) => tileWidth(grid, index))).toEqual([197, 197, 300, 300]);
  });

  it("takes the gap and the least width of its panel", () => {
    const size = { width: 220, height: 280 };
    expect(tileGrid(14, size, "auto", { leastWidth: 60, gap: 3 })).toMatchObject({ columns: 3, width: 71 });
    expect(tileGrid(14, size, "auto", { leastWidth: 100, gap: 3 }).columns).toBe(2);
  });

  it("scrolls only where tiles are lower than their panel allows", () => {
    const size = { width: 160, height: 100 };
    expect(tileGrid(4, size, "horizontal", { leastHeight: 18, gap: 3 }).height).toBe(22);
    expect(tileGrid(4, size, "horizontal", { gap: 3 }).height).toBe(32);
  });

  it("does as told, and keeps 300 tiles readable by scrolling", () => {
    expect(tileGrid(2, { width: 300, height: 300 }, "vertical").columns).toBe(2);
    expect(tileGrid(2, { width: 300, height: 300 }, "horizontal").columns).toBe(1);
    const many = tileGrid(300, { width: 600, height: 200 }, "auto");
    expect(many.columns > 3 && many.width >= 90 && many.height >= 32).toBe(true);
  });
});
