import { expect, it } from "vitest";
import { alertDetails, findNamedPanel } from "./alert-details";
import { identityOf } from "./read-alerts";

const labels = { alertname: "Slow", severity: "critical", job: "api" };
const answer = (annotations: object, rule: object = {}) => ({
  groups: [
    {
      rules: [
        { type: "alerting", name: "Slow", alerts: [{ labels, state: "firing", annotations }], ...rule },
      ],
    },
  ],
});
const detailsOf = (answers: unknown[]) => alertDetails(answers).get(identityOf(labels));

it("tells what the rule says of this very alert, before what it says of all", () => {
  const found = detailsOf([
    null,
    answer(
      {
        summary: "api takes 3 s",
        description: "Half of the requests.",
        runbook_url: "https://wiki.example.org/slow",
        dashboard: "https://console.example.org/t/x/d/api-latency/slug?from=now-1h",
        panel: "Latency",
      },
      { annotations: { summary: "{{ $labels.job }} is slow" } },
    ),
  ]);
  expect(found).toEqual({
    summary: "api takes 3 s",
    description: "Half of the requests.",
    runbook: "https://wiki.example.org/slow",
    dashboardUid: "api-latency",
    panel: "Latency",
  });
});

it("names a dashboard by its uid or by Grafana's own annotations", () => {
  expect(detailsOf([answer({ dashboard: "api-latency" })])).toMatchObject({ dashboardUid: "api-latency" });
  expect(detailsOf([answer({ __dashboardUid__: "d1", __panelId__: "4" })])).toMatchObject({
    dashboardUid: "d1",
    panel: "4",
  });
});

it("leads nowhere where nothing fit for a link is named", () => {
  expect(
    detailsOf([answer({ runbook_url: "javascript:alert(1)", dashboard: "../../admin", panel: " " })]),
  ).toMatchObject({ runbook: null, dashboardUid: null, panel: null });
  expect(alertDetails([{}, 3, { groups: [{ rules: "x" }, null] }]).size).toBe(0);
});

it("finds a panel by id or title, and none where none is named", () => {
  const panels = [
    { id: 1, title: "" },
    { id: 2, title: "Latency " },
  ];
  expect(findNamedPanel(panels, "latency")?.id).toBe(2);
  expect(findNamedPanel(panels, "1")?.id).toBe(1);
  for (const name of [null, "", " ", "3"]) expect(findNamedPanel(panels, name)).toBeUndefined();
});
