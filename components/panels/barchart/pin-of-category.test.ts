import { describe, expect, it } from "vitest";
import { prepareBarchart } from "@/lib/shared/panels/barchart/prepare";
import { instantOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { pinOfCategory } from "./pin-of-category";

describe("pinOfCategory", () => {
  const panel = samplePanel({
    type: "barchart",
    targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
    fieldConfig: {
      defaults: { unit: "s", links: [{ title: "Of ${__data.fields.name}", url: "/x?v=${__value.raw}" }] },
      overrides: [],
    },
  });
  const model = prepareBarchart(panel, sampleData({ A: instantOf({ a: 1, b: 120 }) }), sampleContext);

  it("holds the category's bars as they are written, and where the pressed one leads", () => {
    expect(pinOfCategory(model, 1, 0)).toMatchObject({
      content: { title: "b", rows: [{ value: "2 mins", strong: false }] },
      series: { links: [{ title: "Of b", url: "/x?v=120" }] },
    });
  });

  it("is nothing where there is no bar", () => {
    expect(pinOfCategory(model, -1, 0)).toBeNull();
    expect(pinOfCategory(model, 5, 0)).toBeNull();
  });
});
