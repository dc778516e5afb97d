import { describe, expect, it } from "vitest";
import { prepareBarchart } from "@/lib/shared/panels/barchart/prepare";
import { prepareStateTimeline } from "@/lib/shared/panels/state-timeline/prepare";
import {
  instantOf,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";

describe("plugins that are read as the nearest type", () => {
  it("shows a tree map as lying bars by the same name", () => {
    const panel = samplePanel({
      type: "marcusolsson-treemap-panel",
      options: { tiling: "treemapSquarify", textField: "name", sizeField: "Value" },
      targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
    });
    const model = prepareBarchart(panel, sampleData({ A: instantOf({ a: 3, b: 1 }) }), sampleContext);
    expect(model).toMatchObject({ orientation: "horizontal", categories: ["a", "b"] });
    expect(panel.storedType).toBe("marcusolsson-treemap-panel");
  });

  it("shows a discrete panel as states with its texts and colours", () => {
    const panel = samplePanel({
      type: "natel-discrete-panel",
      valueMaps: [{ op: "=", text: "Up", value: "1" }],
      rangeMaps: [{ from: "2", to: "9", text: "Busy" }],
      colorMaps: [
        { text: "Up", color: "#00ff00" },
        { text: "Busy", color: "#ff0000" },
      ],
      targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }],
    });
    const data = sampleData({ A: rangeOf({ web: [1, 1, 5] }) });
    const [lane] = prepareStateTimeline(panel, data, sampleContext).lanes;
    expect(lane?.segments.map(({ text, color }) => [text, color])).toEqual([
      ["Up", "#00ff00"],
      ["Busy", "#ff0000"],
    ]);
  });
});
