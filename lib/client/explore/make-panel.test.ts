import { describe, expect, it } from "vitest";
import { withPanel } from "./make-panel";

describe("withPanel", () => {
  it("puts the queries below all other panels, each under its own letter", () => {
    const document = {
      title: "D",
      panels: [{ id: 7, type: "stat", gridPos: { x: 0, y: 4, w: 24, h: 6 }, targets: [] }],
    };
    const wish = { title: "Rate", type: "timeseries", exprs: ["a", "rate(b[5m])"], datasource: "prometheus" };
    expect(withPanel(document, wish).panels).toMatchObject([
      { id: 7 },
      {
        id: 8,
        type: "timeseries",
        title: "Rate",
        datasource: { type: "prometheus", uid: "prometheus" },
        gridPos: { y: 10 },
        targets: [
          { refId: "A", expr: "a" },
          { refId: "B", expr: "rate(b[5m])" },
        ],
      },
    ]);
  });

  it("asks a table's queries at one time", () => {
    const { panels } = withPanel(
      { title: "D" },
      { title: "T", type: "table", exprs: ["a"], datasource: "p" },
    );
    expect(panels).toMatchObject([{ id: 1, targets: [{ instant: true, format: "table" }] }]);
  });
});
