import { expect, it } from "vitest";
import { listDashboardLinks, newDashboardLink, withDashboardLinks } from "./dashboard-links";

it("adds links and leaves all else as it is", () => {
  const document = { title: "Jobs", panels: [{ id: 1 }] };
  expect(listDashboardLinks(document)).toEqual([]);
  const link = { ...newDashboardLink("link"), title: "Runbook", url: "https://wiki.example.org" };
  const changed = withDashboardLinks(document, [link]);
  expect(changed).toEqual({ ...document, links: [link] });
  expect(changed.panels).toBe(document.panels);
  expect(listDashboardLinks(changed)).toEqual([link]);
});

it("makes both kinds in Grafana's form", () => {
  expect(newDashboardLink("dashboards")).toMatchObject({ type: "dashboards", tags: [], asDropdown: true });
  expect(newDashboardLink("link")).toMatchObject({
    type: "link",
    url: "",
    keepTime: true,
    includeVars: true,
  });
});
