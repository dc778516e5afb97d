import { expect, it } from "vitest";
import { alertDetails, findNamedPanel } from "./alert-details";
import { identityOf } from "./read-alerts";

const labels = { alertname: "Slow", severity: "critical", job: "api" };
const answer = (annotations: object) => ({ alerts: [{ labels, state: "firing", annotations }] });
const detailsOf = (annotations: object) => alertDetails(answer(annotations)).get(identityOf(labels));

it("tells what the rule says of an alert", () => {
  const found = detailsOf({
    summary: "api takes 3 s",
    description: "Half of the requests.",
    runbook_url: "https://wiki.example.org/slow",
    dashboard: "https://console.example.org/t/x/d/api-latency/slug?from=now-1h",
    panel: "Latency",
  });
  expect(found).toEqual({
    summary: "api takes 3 s",
    description: "Half of the requests.",
    runbook: "https://wiki.example.org/slow",
    runbookHref: "https://wiki.example.org/slow",
    dashboardUid: "api-latency",
    panel: "Latency",
  });
});

it("names a dashboard by its uid or by Grafana's own annotations", () => {
  expect(detailsOf({ dashboard: "api-latency" })).toMatchObject({ dashboardUid: "api-latency" });
  expect(detailsOf({ __dashboardUid__: "d1", __panelId__: "4" })).toMatchObject({
    dashboardUid: "d1",
    panel: "4",
  });
});

it("leads nowhere where nothing fit for a link is named, and still says where the runbook is", () => {
  expect(
    detailsOf({ runbook_url: "javascript:alert(1)", dashboard: "../../admin", panel: " " }),
  ).toMatchObject({ runbookHref: null, dashboardUid: null, panel: null });
  expect(detailsOf({ runbook_url: "runbooks/slow.md" })).toMatchObject({
    runbook: "runbooks/slow.md",
    runbookHref: null,
  });
  for (const odd of [null, 3, {}, { alerts: "x" }]) expect(alertDetails(odd).size).toBe(0);
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
