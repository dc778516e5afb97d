import { describe, expect, it } from "vitest";
import { samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { asksPointsForRows, withNewestRows } from "./newest-rows";

const up = { refId: "A", expr: "up" };
const asks = (more: object, type = "table") =>
  asksPointsForRows(samplePanel({ type, targets: [up], ...more }));

describe("asksPointsForRows", () => {
  it("holds for a table whose queries give points, and for nothing else", () => {
    expect(asks({})).toBe(true);
    expect(asks({}, "timeseries")).toBe(false);
    expect(asks({ targets: [{ ...up, instant: true }] })).toBe(false);
    expect(asks({ targets: [{ ...up, format: "table" }] })).toBe(false);
    expect(asks({ targets: [up, { ...up, refId: "B", format: "table", instant: true }] })).toBe(false);
    expect(asks({ targets: [] })).toBe(false);
    expect(asks({ transformations: [{ id: "merge", options: {} }] })).toBe(false);
  });

  it("is over once the newest values are asked, with all else kept", () => {
    const targets = withNewestRows([
      { ...up, odd: 1 },
      { refId: "B", expr: "x", range: true },
    ]);
    expect(targets).toEqual([
      { ...up, odd: 1, format: "table", instant: true },
      { refId: "B", expr: "x", range: false, format: "table", instant: true },
    ]);
    expect(asks({ targets })).toBe(false);
  });
});
