import { describe, expect, it } from "vitest";
import { readAlerts } from "./read-alerts";

function frame(series: [Record<string, string>, number][]) {
  return {
    kind: "instant" as const,
    timeSeconds: 100,
    series: series.map(([labels, value]) => ({ labels, value })),
  };
}

describe("readAlerts", () => {
  it("joins what is active with since when, the most urgent first", () => {
    const active = readAlerts(
      frame([
        [{ __name__: "ALERTS", alertname: "Slow", alertstate: "pending", severity: "critical", job: "a" }, 1],
        [{ __name__: "ALERTS", alertname: "Full", alertstate: "firing", severity: "warning", job: "b" }, 1],
        [{ __name__: "ALERTS", alertname: "Down", alertstate: "firing", severity: "critical", job: "b" }, 1],
        [{ __name__: "ALERTS", alertname: "Odd", alertstate: "firing" }, 1],
      ]),
      frame([[{ __name__: "ALERTS_FOR_STATE", job: "b", severity: "critical", alertname: "Down" }, 40]]),
    );
    expect(active.map(({ name, state }) => `${state} ${name}`)).toEqual([
      "firing Down",
      "firing Full",
      "firing Odd",
      "pending Slow",
    ]);
    expect(active[0]).toMatchObject({ severity: "critical", labels: { job: "b" }, sinceMs: 40_000 });
    expect(active[1]?.sinceMs).toBeNull();
  });
});
