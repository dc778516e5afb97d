import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { askedTargets } from "./asked-targets";
import { samplePanel } from "./testing/sample-panel";

const datasource = { type: "__expr__", uid: "__expr__" };
const queries: JsonObject[] = [
  { refId: "A", expr: "up" },
  { refId: "B", expr: "up", hide: true },
  { refId: "C", expr: " " },
];
const asked = (expressions: JsonObject[]) =>
  askedTargets(
    samplePanel({
      type: "stat",
      targets: [
        ...queries,
        ...expressions.map((one) => ({ datasource, type: "math", expr: "left", ...one })),
      ],
    }),
  ).map(({ refId }) => refId);

it("asks hidden queries where an expression that is shown may need them, and never expressions", () => {
  expect(asked([])).toEqual(["A"]);
  expect(asked([{ refId: "D" }])).toEqual(["A", "B"]);
  expect(asked([{ refId: "D", hide: true }])).toEqual(["A"]);
});
