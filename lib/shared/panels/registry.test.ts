import { describe, expect, it } from "vitest";
import { isPanelType, panelTypes } from "./panel-types";
import { isPanelEmpty } from "./registry";
import { instantOf, noData, rangeOf, sampleContext, sampleData, samplePanel } from "./testing/sample-panel";

/** What draws something without queries. */
const drawnWithout = new Set(["text", "alertlist", "dashlist"]);

describe("isPanelEmpty", () => {
  it("can tell of every type whether it has something to show", () => {
    const data = sampleData({ A: rangeOf({ a: [1, 2] }) });
    for (const type of panelTypes) {
      const panel = samplePanel({
        type,
        targets: [{ refId: "A", expr: "x" }],
        options: { content: "hello" },
      });
      expect([type, isPanelEmpty(panel, data, sampleContext)]).toEqual([type, false]);
      expect([type, isPanelEmpty(panel, noData, sampleContext)]).toEqual([type, !drawnWithout.has(type)]);
    }
  });

  it("shows panels of other types by their data", () => {
    const panel = samplePanel({ type: "geomap", targets: [{ refId: "A", expr: "x" }] });
    expect(isPanelType(panel.type)).toBe(false);
    expect(isPanelType("toString")).toBe(false);
    expect(isPanelEmpty(panel, sampleData({ A: instantOf({ a: 1 }) }), sampleContext)).toBe(false);
    expect(isPanelEmpty(panel, noData, sampleContext)).toBe(true);
  });
});
