import { describe, expect, it } from "vitest";
import {
  instantOf,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import { describePanel } from "./describe-panel";

const panel = samplePanel({
  type: "timeseries",
  targets: [{ refId: "A", expr: "a", legendFormat: "{{name}}" }],
  fieldConfig: { defaults: { unit: "percent" }, overrides: [] },
});

describe("describePanel", () => {
  it("says where each series stands and between which values it moved", () => {
    const data = sampleData({
      A: rangeOf({ api: [10, 30, 20], web: [5, 5, null], gone: [null, null, null] }),
    });
    expect(describePanel(panel, data, sampleContext)).toEqual([
      "3 series from 1970-01-01 00:00:00 to 1970-01-01 00:01:00.",
      "api: last 20%, lowest 10%, highest 30%.",
      "web: 5%.",
      "gone: no values.",
    ]);
  });

  it("keeps it short, and says when there is nothing", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`s${index}`, index]));
    const lines = describePanel(panel, sampleData({ A: instantOf(many) }), sampleContext);
    expect(lines[0]).toBe("20 series.");
    expect(lines.at(-1)).toBe("And 8 more.");
    expect(describePanel(panel, sampleData({}), sampleContext)).toEqual(["No numbers to show."]);
  });

  it("names the calculation where a name asks for it", () => {
    const named = samplePanel({
      type: "gauge",
      targets: [{ refId: "A", expr: "a" }],
      fieldConfig: { defaults: { displayName: "Load, $__calc" }, overrides: [] },
    });
    expect(describePanel(named, sampleData({ A: instantOf({ a: 3 }) }), sampleContext)).toEqual([
      "1 series.",
      "Load, last: 3.",
    ]);
  });
});
