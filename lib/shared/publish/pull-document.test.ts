import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { buildDatasourceMapping, reverseDatasourceMapping } from "./datasource-mapping";
import { pullDocument } from "./pull-document";
import { toGrafanaDashboard } from "./to-grafana-dashboard";

const console = [{ uid: "main", name: "Main" }];
const grafana = [{ id: 1, uid: "prom", name: "Prom", type: "prometheus", isDefault: true }];
const mapping = buildDatasourceMapping({ mapping: { main: "prom" }, console, grafana, style: "name" });
const back = reverseDatasourceMapping(mapping, console);

const here = {
  version: 7,
  title: "T",
  panels: [
    { id: 1, title: "One", datasource: null, targets: [{ refId: "A", expr: "up" }] },
    {
      id: 2,
      title: "Two",
      datasource: { type: "prometheus", uid: "main" },
      targets: [{ refId: "A", expr: "x" }],
    },
  ],
};
const base = { ...toGrafanaDashboard(here, "d", mapping).document, id: 5, version: 1 };
const theirs = (edit: (document: { title: string; panels: JsonObject[] }) => void): JsonObject => {
  const copy = structuredClone(base) as unknown as { title: string; panels: JsonObject[] };
  edit(copy);
  return { ...copy, version: 2 } as unknown as JsonObject;
};
const pull = (document: JsonObject, mine: JsonObject = here, prefer: "here" | "grafana" = "here") =>
  pullDocument({ uid: "d", here: mine, base, grafana: document, back, prefer });

describe("pullDocument", () => {
  it("changes nothing when nothing was changed there", () => {
    const { document, conflicts } = pull(theirs(() => undefined));
    expect(document).toEqual(here);
    expect(conflicts).toEqual([]);
  });

  it("lets go of what was taken away there", () => {
    const mine = { ...here, tags: ["a"], links: [] };
    const left = toGrafanaDashboard(mine, "d", mapping).document;
    const { links: _, ...there } = left;
    const pulled = pullDocument({ uid: "d", here: mine, base: left, grafana: there, back, prefer: "here" });
    expect(pulled.document).toEqual({ ...here, tags: ["a"] });
    expect(Object.keys(pulled.document)).toEqual(["version", "title", "panels", "tags"]);
  });

  it("takes what was changed there and keeps references as they are written here", () => {
    const { document } = pull(
      theirs(({ panels }) => {
        panels[0] = { ...panels[0], title: "Renamed" };
        panels.push({ id: 3, title: "New", datasource: "Prom", targets: [{ refId: "A", expr: "y" }] });
      }),
    );
    expect(document.panels).toEqual([
      { ...here.panels[0], title: "Renamed" },
      here.panels[1],
      {
        id: 3,
        title: "New",
        datasource: { type: "prometheus", uid: "main" },
        targets: [{ refId: "A", expr: "y" }],
      },
    ]);
    expect(document.version).toBe(7);
  });

  it("tells what both changed, and follows the side that is preferred", () => {
    const mine = { ...here, title: "Mine" };
    const document = theirs((copy) => {
      copy.title = "Theirs";
    });
    const conflict = { path: ["title"], mine: "Mine", theirs: "Theirs" };
    expect(pull(document, mine)).toMatchObject({ document: { title: "Mine" }, conflicts: [conflict] });
    expect(pull(document, mine, "grafana")).toMatchObject({
      document: { title: "Theirs" },
      conflicts: [conflict],
    });
  });
});
