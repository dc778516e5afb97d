import { describe, expect, it } from "vitest";
import { sampleRow as row, samplePanel } from "@/lib/shared/dashboards/edit/testing/sample-grid";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { applyLayout, arrangeForEditing, placesOf } from "./apply-layout";

const panel = (id: number, x: number, y: number, h?: number) => samplePanel(id, y, x, h);

function drawn(document: DashboardDocument) {
  return placesOf(arrangeForEditing(readDashboard(document)).items);
}

function move(document: DashboardDocument, key: string, change: object) {
  return applyLayout(
    document,
    drawn(document).map((place) => (place.key === key ? { ...place, ...change } : place)),
  );
}

describe("applyLayout", () => {
  const document: DashboardDocument = {
    panels: [panel(1, 0, 0), panel(2, 12, 0), row(3, 4), panel(4, 0, 5)],
  };

  it("is the same document when nothing moved", () => {
    expect(applyLayout(document, drawn(document))).toBe(document);
  });

  it("writes the place of what moved and keeps every other panel's object", () => {
    const next = move(document, "4", { x: 12 });
    expect(next.panels).toEqual([panel(1, 0, 0), panel(2, 12, 0), row(3, 4), panel(4, 12, 5)]);
    const [before, after] = [document.panels, next.panels] as unknown[][];
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[2]).toBe(before?.[2]);
  });

  it("moves a panel below a collapsed row whose stored places are far from those drawn", () => {
    const stored: DashboardDocument = {
      panels: [
        row(1, 0, { collapsed: true, panels: [panel(2, 0, 1)] }),
        row(3, 30),
        panel(4, 0, 31),
        panel(5, 12, 31),
        row(6, 60),
      ],
    };
    const next = move(stored, "4", { h: 6 });
    const place = new Map(drawn(next).map((one) => [one.key, one]));
    expect(place.get("4")).toEqual({ key: "4", x: 0, y: 2, w: 12, h: 6 });
    expect(place.get("5")).toEqual({ key: "5", x: 12, y: 2, w: 12, h: 4 });
    expect((next.panels as unknown[])[0]).toEqual((stored.panels as unknown[])[0]);
  });

  it("turns rows of before Grafana 5 into the grid when one of their panels moves", () => {
    const old: DashboardDocument = {
      rows: [
        {
          height: 228,
          panels: [
            { id: 1, span: 6, type: "stat" },
            { id: 2, span: 6, type: "stat" },
          ],
        },
      ],
    };
    const next = move(old, "1", { h: 8 });
    expect(next.rows).toBeUndefined();
    expect(drawn(next)).toEqual([
      { key: "1", x: 0, y: 0, w: 12, h: 8 },
      { key: "2", x: 12, y: 0, w: 12, h: 6 },
    ]);
  });
});
