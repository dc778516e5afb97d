import { expect, it } from "vitest";
import { expressionNotes } from "./expression-notes";
import { readPanel } from "./read-panel";

const place = { id: 1, path: [], gridPos: { x: 0, y: 0, w: 1, h: 1 }, rowId: null };

it("names the expressions among a panel's targets", () => {
  const panel = readPanel(
    {
      datasource: { type: "prometheus", uid: "p" },
      targets: [
        { refId: "A", expr: "up" },
        { refId: "B", datasource: { type: "__expr__", uid: "__expr__" }, type: "math", expression: "$A * 2" },
      ],
    },
    place,
  );
  expect(expressionNotes(panel)).toEqual([
    "B is a math expression of Grafana ($A * 2). It is kept, but not computed here.",
  ]);
});
