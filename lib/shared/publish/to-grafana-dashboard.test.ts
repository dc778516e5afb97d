import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { buildDatasourceMapping } from "./datasource-mapping";
import type { GrafanaDatasource } from "./grafana-target";
import { toGrafanaDashboard } from "./to-grafana-dashboard";

const prometheus: GrafanaDatasource = {
  id: 1,
  uid: "prom-uid",
  name: "Prom main",
  type: "prometheus",
  isDefault: true,
};
const second: GrafanaDatasource = {
  id: 2,
  uid: "second-uid",
  name: "Second",
  type: "prometheus",
  isDefault: false,
};
const grafana = [prometheus, second];
const console = [
  { uid: "main", name: "Main Prometheus" },
  { uid: "other", name: "Other" },
];

const mapping = (
  style: "name" | "object",
  entries: Record<string, string> = { main: "prom-uid", other: "second-uid" },
) => buildDatasourceMapping({ mapping: entries, console, grafana, style });

const panel = (datasource: unknown, targetDatasource?: unknown): JsonObject =>
  ({
    id: 1,
    type: "timeseries",
    ...(datasource === undefined ? {} : { datasource }),
    targets: [
      { refId: "A", expr: "up", ...(targetDatasource === undefined ? {} : { datasource: targetDatasource }) },
    ],
  }) as JsonObject;

function push(document: JsonObject, style: "name" | "object", entries?: Record<string, string>) {
  return toGrafanaDashboard(document, "dash", mapping(style, entries));
}

describe("toGrafanaDashboard", () => {
  it.each([
    ["a console uid as text", "main"],
    ["a console uid as object", { type: "prometheus", uid: "main" }],
    ["a console name", "Main Prometheus"],
    ["no datasource", undefined],
    ["null", null],
    ["an import placeholder", "$" + "{DS_PROMETHEUS}"],
    ["an import placeholder as object", { type: "prometheus", uid: "$" + "{DS_PROMETHEUS}" }],
  ])("maps %s", (_what, reference) => {
    const old = push({ panels: [panel(reference)] }, "name").document.panels;
    const current = push({ panels: [panel(reference)] }, "object").document.panels;
    expect(old).toMatchObject([{ datasource: "Prom main" }]);
    expect(current).toMatchObject([{ datasource: { type: "prometheus", uid: "prom-uid" } }]);
  });

  it("maps targets, collapsed rows, old rows, annotations and query variables", () => {
    const reference = { type: "prometheus", uid: "other" };
    const { document, used } = push(
      {
        panels: [{ id: 9, type: "row", panels: [panel("-- Mixed --", reference)] }],
        rows: [{ panels: [panel(reference)] }],
        annotations: {
          list: [
            { builtIn: 1, datasource: "-- Grafana --" },
            { name: "deploys", datasource: "other" },
          ],
        },
        templating: { list: [{ name: "job", type: "query", datasource: "other" }] },
      },
      "object",
    );
    const mapped = { type: "prometheus", uid: "second-uid" };
    expect(document).toMatchObject({
      panels: [{ panels: [{ datasource: "-- Mixed --", targets: [{ datasource: mapped }] }] }],
      rows: [{ panels: [{ datasource: mapped }] }],
      annotations: { list: [{ datasource: "-- Grafana --" }, { datasource: mapped }] },
      templating: { list: [{ datasource: mapped }] },
    });
    expect(used).toEqual(["second-uid"]);
  });

  it("keeps references to the dashboard's own datasource variable and sets what it stands at", () => {
    const reference = "$" + "{DS_PROMETHEUS}";
    const document = {
      panels: [panel(reference)],
      templating: {
        list: [
          { name: "DS_PROMETHEUS", type: "datasource", query: "prometheus", current: { value: "other" } },
        ],
      },
    };
    const current = push(document, "object");
    expect(current.document.panels).toMatchObject([{ datasource: { type: "prometheus", uid: reference } }]);
    expect(current.document.templating).toMatchObject({
      list: [{ current: { text: "Second", value: "second-uid" } }],
    });
    expect(current.used).toEqual(["second-uid"]);
    const old = push(document, "name").document;
    expect(old).toMatchObject({
      panels: [{ datasource: reference }],
      templating: { list: [{ current: { value: "Second" } }] },
    });
  });

  it("prefers an explicit placeholder over the default", () => {
    const entries = { main: "prom-uid", ["$" + "{DS_OTHER}"]: "second-uid" };
    const { document } = push({ panels: [panel("$" + "{DS_OTHER}")] }, "object", entries);
    expect(document.panels).toMatchObject([{ datasource: { uid: "second-uid" } }]);
  });

  it("leaves text panels, other types of datasource and built-in ones alone", () => {
    const loki = { type: "loki", uid: "logs" };
    const panels = [{ id: 1, type: "text" }, panel(loki), panel({ type: "datasource", uid: "grafana" })];
    const result = push({ panels }, "object");
    expect(result.document.panels).toEqual(panels);
    expect(result.unresolved).toEqual([]);
  });

  it("names what cannot be mapped and leaves it", () => {
    const entries = { main: "gone-uid" };
    const result = push({ panels: [panel("other"), panel(undefined), panel("unknown")] }, "object", entries);
    expect(result.unresolved).toEqual(["other", "the default datasource", "unknown"]);
    expect(result.used).toEqual([]);
  });

  it("drops import questions and its own counters, and keeps everything else", () => {
    const source: JsonObject = {
      __inputs: [{ name: "DS_PROMETHEUS" }],
      __requires: [],
      __elements: {},
      id: 7,
      version: 3,
      title: "T",
      unknown: { deep: [1, null, "x"] },
      panels: [],
    };
    const before = structuredClone(source);
    const { document } = push(source, "object");
    expect(document).toEqual({
      __elements: {},
      id: null,
      uid: "dash",
      title: "T",
      unknown: { deep: [1, null, "x"] },
      panels: [],
    });
    expect(source).toEqual(before);
  });

  it("is done when done twice", () => {
    const once = push({ panels: [panel("main", { type: "prometheus", uid: "other" })] }, "object");
    const twice = push(once.document, "object");
    expect(twice.document).toEqual(once.document);
    expect(twice.unresolved).toEqual([]);
  });
});

describe("buildDatasourceMapping", () => {
  it("takes Grafana's default Prometheus for the default datasource when nothing is mapped", () => {
    expect(mapping("object", {}).fallback).toEqual(prometheus);
  });

  it("takes nothing when the default is mapped to something that is gone", () => {
    expect(mapping("object", { main: "gone" }).fallback).toBeNull();
  });
});
