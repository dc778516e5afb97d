import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { repointPanel } from "./repoint-panel";

it("takes along the queries that name the same datasource, each in the form it is written in", () => {
  const raw: JsonObject = {
    datasource: { type: "prometheus", uid: "prod" },
    targets: [
      { refId: "A", datasource: { type: "prometheus", uid: "prod" } },
      { refId: "B", datasource: { type: "loki", uid: "logs" } },
      { refId: "C" },
      { refId: "D", datasource: "prod" },
    ],
  };
  expect(repointPanel({ raw, path: ["panels", 2] }, "DS", 36)).toEqual([
    { path: ["panels", 2, "datasource"], value: { type: "prometheus", uid: "${DS}" } },
    { path: ["panels", 2, "targets", 0, "datasource"], value: { type: "prometheus", uid: "${DS}" } },
    { path: ["panels", 2, "targets", 3, "datasource"], value: "${DS}" },
  ]);
});
