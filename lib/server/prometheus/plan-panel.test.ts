import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { JsonObject } from "@/lib/shared/json";
import { planPanel } from "./plan-panel";

const expr = "rate(requests_total[$__rate_interval])";
const batch = { fromMs: 0, toMs: 3 * 3_600_000, variables: {} };

function planned(panel: JsonObject, target: JsonObject, list: JsonObject[] = []) {
  const targets = [{ refId: "A", expr, ...target }];
  const { panels, variables } = readDashboard({
    templating: { list },
    panels: [{ id: 1, type: "timeseries", gridPos: { x: 0, y: 0, w: 12, h: 8 }, targets, ...panel }],
  });
  const dashboard = { uid: null, title: "" };
  return panels.flatMap((read) =>
    planPanel({ panel: read, request: { panelId: 1, maxDataPoints: 1_000 }, batch, variables, dashboard }),
  );
}

describe("planPanel", () => {
  it("steps by the panel's interval and leaves the window of a rate to the query's own", () => {
    expect(planned({ interval: "5s" }, {})[0]).toMatchObject({
      expr: "rate(requests_total[1m])",
      grid: { stepSeconds: 10 },
    });
    expect(planned({ interval: "2m" }, {})[0]).toMatchObject({
      expr: "rate(requests_total[135s])",
      grid: { stepSeconds: 120 },
    });
    expect(planned({}, { interval: "2m" })[0]).toMatchObject({
      expr: "rate(requests_total[8m])",
      grid: { stepSeconds: 120 },
    });
  });

  it("filters an expression by ad hoc filters where it does not name them itself", () => {
    const filters = [{ key: "zone", operator: "=", value: "1" }];
    const list = [{ name: "f", type: "adhoc", filters }];
    const matchers = [{ label: "zone", operator: "=", value: "1" }];
    expect(planned({}, { expr: "up" }, list)[0]).toMatchObject({ expr: "up", filters: [{ matchers }] });
    expect(planned({}, { expr: "up{$f}" }, list)[0]).toMatchObject({ expr: 'up{zone="1"}', filters: [] });
  });
});
