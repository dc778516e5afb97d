import { expect, it } from "vitest";
import { panelAlerts } from "./panel-alerts";

const panels = [
  { id: 1, title: "Error rate" },
  { id: 2, title: "Latency" },
  { id: 3, title: "Memory" },
];
const rule = (name: string, annotations: object, more: object = {}) => ({
  ...{ type: "alerting", name, state: "inactive", health: "ok", alerts: [], annotations },
  ...more,
});
const answer = (...rules: object[]) => ({ groups: [{ name: "g", rules }] });

it("finds the rules of each panel by what their annotations name, the most urgent first", () => {
  const firing = { state: "firing", alerts: [{ state: "firing" }, { state: "firing" }] };
  const found = panelAlerts(
    [
      answer(
        rule("Quiet", { dashboard: "d1", panel: "error RATE " }),
        rule("Loud", { __dashboardUid__: "d1", __panelId__: "1" }, firing),
        rule(
          "Slow",
          { dashboard: "https://console/t/x/d/d1/api?from=now-1h", panel: "2" },
          { state: "pending" },
        ),
        rule("Other", { dashboard: "d2", panel: "Latency" }, firing),
        rule("Nowhere", { dashboard: "d1" }, firing),
        { type: "recording", name: "x", annotations: { dashboard: "d1", panel: "1" } },
      ),
      answer(
        rule("Odd", { dashboard: "d1", panel: "memory" }, { health: "err", lastError: "no such label" }),
      ),
    ],
    "d1",
    panels,
  );
  expect([...found]).toEqual([
    [1, { state: "firing", text: "Loud: firing (2 series)\nQuiet: not firing" }],
    [2, { state: "pending", text: "Slow: pending" }],
    [3, { state: "broken", text: "Odd cannot be evaluated: no such label" }],
  ]);
});

it("finds nothing in what is no answer of rules", () => {
  expect(panelAlerts([null, {}, { groups: [1, { rules: "x" }] }], "d1", panels).size).toBe(0);
});
