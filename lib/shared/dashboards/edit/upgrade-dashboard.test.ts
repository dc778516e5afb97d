import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { readDashboard } from "../read-dashboard";
import { hasOldShapes, upgradeDashboard } from "./upgrade-dashboard";

const old: JsonObject = {
  title: "T",
  schemaVersion: 14,
  custom: { kept: 1 },
  rows: [
    {
      title: "R",
      showTitle: true,
      panels: [
        {
          id: 1,
          type: "graph",
          title: "G",
          span: 6,
          targets: [{ expr: "up" }],
          yaxes: [{ format: "s" }, {}],
        },
        { id: 2, type: "singlestat", title: "S", span: 6, thresholds: "1,2", colors: ["a", "b", "c"] },
      ],
    },
  ],
};

/** What a person sees. */
function looks(document: JsonObject) {
  const { panels, rows } = readDashboard(document);
  return {
    rows: rows.map(({ title, y, collapsed }) => ({ title, y, collapsed })),
    panels: panels.map(({ raw: _raw, path: _path, storedType: _type, id, sharedFrom, ...look }) =>
      JSON.parse(JSON.stringify({ id, sharedFrom: sharedFrom?.id, ...look })),
    ),
  };
}

describe("upgradeDashboard", () => {
  it("puts rows on the grid and panels in today's form, and keeps the rest", () => {
    const upgraded = upgradeDashboard(old);
    expect(upgraded).toMatchObject({ title: "T", custom: { kept: 1 }, schemaVersion: 16 });
    expect(upgraded.rows).toBeUndefined();
    expect(readDashboard(upgraded).panels.map(({ storedType }) => storedType)).toEqual([
      "timeseries",
      "stat",
    ]);
    expect(looks(upgraded)).toEqual(looks(old));
    expect(hasOldShapes(upgraded, readDashboard(upgraded).panels)).toBe(false);
  });

  it("leaves a dashboard of today alone", () => {
    const today = {
      title: "T",
      panels: [{ id: 1, type: "timeseries", gridPos: { x: 0, y: 0, w: 1, h: 1 } }],
    };
    expect(upgradeDashboard(today)).toBe(today);
  });

  const root = join(process.cwd(), "../shared/corpus");
  const files = (() => {
    try {
      return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".json"),
      );
    } catch {
      return [];
    }
  })();
  it.runIf(files.length > 0)("changes no look of any real dashboard", () => {
    for (const file of files) {
      const given = JSON.parse(readFileSync(join(root, file), "utf8"));
      const document = given.dashboard ?? given;
      expect([file, looks(upgradeDashboard(document))]).toEqual([file, looks(document)]);
    }
  });
});
