import { describe, expect, it } from "vitest";
import { columnWidths } from "./column-widths";

const column = (width: number | null, minWidth: number, wishedWidth = minWidth) => ({
  width,
  minWidth,
  wishedWidth,
});

describe("columnWidths", () => {
  const open = column(null, 100);

  it("shares what fixed columns leave", () => {
    expect(columnWidths([column(200, 100), open, open], 600)).toEqual([200, 200, 200]);
  });

  it("never goes below the least width", () => {
    expect(columnWidths([open, column(null, 300), open], 450)).toEqual([100, 300, 100]);
    expect(columnWidths([], 100)).toEqual([]);
  });

  it("makes no column narrower than Grafana does", () => {
    const widths = [4, 59, null].map((width) => column(width, 20));
    expect(columnWidths(widths, 300)).toEqual([50, 59, 191]);
  });

  it("gives what is wished only where all others keep their least width in sight", () => {
    const time = column(null, 150, 190);
    const other = column(null, 150);
    expect(columnWidths([time, other, other], 500)).toEqual([190, 155, 155]);
    expect(columnWidths([time, other, other], 450)).toEqual([150, 150, 150]);
    expect(columnWidths([time, other, other], 400)).toEqual([150, 150, 150]);
  });
});
