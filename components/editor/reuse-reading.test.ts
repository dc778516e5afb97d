import { expect, it } from "vitest";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { reuseReading } from "./reuse-reading";

it("keeps the reading of every panel that an edit leaves alone", () => {
  const document: DashboardDocument = {
    panels: [
      { id: 1, type: "stat", title: "One", gridPos: { x: 0, y: 0, w: 12, h: 4 } },
      { id: 2, type: "stat", title: "Two", gridPos: { x: 12, y: 0, w: 12, h: 4 } },
    ],
    templating: { list: [{ name: "job", type: "custom", query: "a,b" }] },
  };
  const before = readDashboard(document);
  const edited = setInDocument(document, ["panels", 1, "title"], "Other");
  const next = reuseReading(before, readDashboard(edited));
  expect(next.panels[0]).toBe(before.panels[0]);
  expect(next.panels[1]?.title).toBe("Other");
  expect(next.variables).toBe(before.variables);
});
