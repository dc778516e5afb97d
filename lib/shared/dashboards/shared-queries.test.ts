import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { readDashboard } from "./read-dashboard";

const source: JsonObject = {
  id: 2,
  type: "timeseries",
  title: "Requests",
  datasource: { type: "prometheus", uid: "p" },
  targets: [{ refId: "A", expr: "up", legendFormat: "{{job}}" }],
  transformations: [{ id: "reduce", options: {} }],
  maxDataPoints: 50,
};

function lean(target: JsonObject, datasource: JsonObject | string = "-- Dashboard --"): JsonObject {
  return {
    id: 3,
    type: "gauge",
    datasource,
    targets: [target],
    transformations: [{ id: "merge", options: {} }],
  };
}

const read = (...panels: JsonObject[]) => readDashboard({ panels }).panels;

describe("withSharedQueries", () => {
  it("draws what another panel asks", () => {
    const [, panel] = read(source, lean({ refId: "A", panelId: 2 }));
    expect(panel).toMatchObject({
      id: 3,
      type: "gauge",
      datasource: { uid: "p" },
      targets: [{ refId: "A", expr: "up", legendFormat: "{{job}}" }],
      maxDataPoints: 50,
      transformations: [{ id: "merge" }],
      sharedFrom: { id: 2, title: "Requests" },
    });
  });

  it("goes on from its transformations where that is asked for", () => {
    const target = { refId: "A", panelId: 2, withTransforms: true };
    const [, panel] = read(source, lean(target, { type: "datasource", uid: "-- Dashboard --" }));
    expect(panel?.transformations.map(({ id }) => id)).toEqual(["reduce", "merge"]);
  });

  it("asks nothing where the other panel is gone, or leans on another itself", () => {
    expect(read(source, lean({ refId: "A", panelId: 9 }))[1]?.targets).toMatchObject([{ expr: "" }]);
    const chain = { ...lean({ refId: "A", panelId: 3 }), id: 4 };
    expect(read(source, lean({ refId: "A", panelId: 2 }), chain)[2]?.sharedFrom).toBeUndefined();
  });
});
