import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { nothingAsked } from "./nothing-asked";
import { samplePanel } from "./testing/sample-panel";

const words = (type: string, targets: JsonObject[]) =>
  nothingAsked(samplePanel({ type: "table", datasource: { type, uid: "x" }, targets }));

it("says of which kind the queries are that are not asked", () => {
  expect(words("loki", [{ refId: "A", query: "*" }])).toContain("of type loki");
  expect(words("prometheus", [{ refId: "A", expr: "" }])).toContain("asks nothing yet");
  expect(words("prometheus", [{ refId: "A", expr: "up", hide: true }])).toContain("are hidden");
  expect(words("loki", [])).toContain("asks nothing yet");
});
