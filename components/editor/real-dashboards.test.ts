import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { readMappingRows, writeMappingRows } from "@/lib/shared/dashboards/edit/mappings";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { setRowCollapsed } from "@/lib/shared/dashboards/edit/rows";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { applyLayout, arrangeForEditing, type Place, placesOf } from "./apply-layout";
import { stretch } from "./nudge";

/** Dashboards of other people beside the project, and our own, which are always there. */
const files = [
  ...globSync("../shared/corpus/*/*.json"),
  ...globSync("monitoring/grafana/dashboards/*/*.json"),
];

const documents = files.flatMap((file): { file: string; text: string; document: DashboardDocument }[] => {
  const document = JSON.parse(readFileSync(file, "utf8"));
  return isJsonObject(document) ? [{ file, text: JSON.stringify(document), document }] : [];
});

function byKey(places: Place[]): Map<string, Place> {
  return new Map(places.map((place) => [place.key, place]));
}

function panelsOf(document: DashboardDocument) {
  return readDashboard(document).panels.map(({ id, rowId }) => [id, rowId]);
}

describe("edits of real dashboards", { timeout: 60_000 }, () => {
  it("change one title and not a letter beside it", () => {
    for (const { file, text, document } of documents) {
      for (const path of listPanelPaths(document)) {
        const before = getAt(document, [...path, "title"]);
        if (typeof before !== "string") continue;
        const edited = setInDocument(document, [...path, "title"], "\u0000");
        const restored = JSON.stringify(edited).replace('"\\u0000"', () => JSON.stringify(before));
        expect(restored === text, `${file} ${path.join(".")}`).toBe(true);
      }
    }
  });

  it("leave the document alone when nothing moved", () => {
    for (const { file, document } of documents) {
      const places = placesOf(arrangeForEditing(readDashboard(document)).items);
      expect(applyLayout(document, places) === document, file).toBe(true);
    }
  });

  it("look as wanted when a panel grows", () => {
    for (const { file, document } of documents) {
      const { items } = arrangeForEditing(readDashboard(document));
      const last = placesOf(items).findLast(({ key }) => !key.startsWith("row-"));
      if (!last) continue;
      const wanted = stretch(placesOf(items), last.key, "down");
      const grown = applyLayout(document, wanted);
      const drawn = placesOf(arrangeForEditing(readDashboard(grown)).items);
      expect(byKey(drawn), file).toEqual(byKey(wanted));
    }
  });

  it("keep every panel in its row when a row is collapsed or let out", () => {
    for (const { file, document } of documents) {
      for (const row of readDashboard(document).rows) {
        const toggled = setRowCollapsed(document, row.path, !row.collapsed);
        const known = readDashboard(toggled).rows.find(({ id }) => id === row.id);
        expect(known?.collapsed, `${file} row ${row.id}`).toBe(!row.collapsed);
        expect(new Map(panelsOf(toggled) as [number, number][]), `${file} row ${row.id}`).toEqual(
          new Map(panelsOf(document) as [number, number][]),
        );
      }
    }
  });

  it("give mappings back as they were stored", () => {
    for (const { file, document } of documents) {
      for (const { raw, id } of readDashboard(document).panels) {
        const mappings = getAt(raw, ["fieldConfig", "defaults", "mappings"]);
        const list = Array.isArray(mappings) ? mappings : [];
        const old = list.some((mapping) => isJsonObject(mapping) && typeof mapping.type !== "string");
        const written = writeMappingRows(readMappingRows(list), old ? "old" : "current");
        if (list.every((mapping) => isJsonObject(mapping)))
          expect(written, `${file} panel ${id}`).toEqual(list);
      }
    }
  });
});
