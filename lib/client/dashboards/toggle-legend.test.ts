import { describe, expect, it } from "vitest";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { toggleLegend } from "./toggle-legend";

function legendAfter(options: ReadPanel["options"]) {
  return toggleLegend({ options } as ReadPanel).options.legend;
}

describe("toggleLegend", () => {
  it("hides a shown legend and shows a hidden one", () => {
    expect(legendAfter({ legend: { showLegend: true, displayMode: "table" } })).toEqual({
      showLegend: false,
      displayMode: "table",
    });
    expect(legendAfter({ legend: { displayMode: "hidden" } })).toEqual({
      showLegend: true,
      displayMode: "list",
    });
    expect(legendAfter({})).toMatchObject({ showLegend: false });
  });
});
