import { describe, expect, it } from "vitest";
import { columnWidths } from "./column-widths";

describe("columnWidths", () => {
  const open = { width: null, minWidth: 100 };

  it("shares what fixed columns leave", () => {
    expect(columnWidths([{ width: 200, minWidth: 100 }, open, open], 600)).toEqual([200, 200, 200]);
  });

  it("never goes below the least width", () => {
    expect(columnWidths([open, { width: null, minWidth: 300 }, open], 450)).toEqual([100, 300, 100]);
    expect(columnWidths([], 100)).toEqual([]);
  });

  it("makes no column narrower than Grafana does", () => {
    const widths = [4, 59, null].map((width) => ({ width, minWidth: 20 }));
    expect(columnWidths(widths, 300)).toEqual([50, 59, 191]);
  });
});
