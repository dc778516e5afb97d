import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { listViewGaps } from "./list-view-gaps";
import { at, auto, document, grid, panel, places, read, row } from "./testing/v2-document";
import { toClassicView } from "./to-classic-view";

describe("toClassicView", () => {
  it("reads settings and panels of schema v2", () => {
    const { panels, ...dashboard } = read(grid(at("panel-1", 0, 0), at("gone", 12, 0)));
    expect(dashboard).toMatchObject({
      uid: "u",
      title: "T",
      tags: ["a"],
      refresh: "10s",
      timezone: "utc",
      graphTooltip: 1,
      time: { from: "now-1h", to: "now" },
    });
    expect(panels).toMatchObject([
      {
        id: 1,
        type: "stat",
        title: "P1",
        interval: "1m",
        maxDataPoints: 100,
        targets: [{ refId: "A", expr: "up", hidden: false, datasource: { type: "prometheus", uid: "prom" } }],
        transformations: [{ id: "organize", options: { x: 1 } }],
        options: { graphMode: "area" },
        fieldConfig: { defaults: { unit: "s" } },
      },
    ]);
  });

  it("reads the older v2alpha1, where the kind names the type", () => {
    const old = panel(1, { vizConfig: { kind: "timeseries", spec: { options: {} } } });
    const query = {
      refId: "B",
      datasource: { type: "prometheus", uid: "x" },
      query: { kind: "prometheus", spec: { expr: "down" } },
    };
    (old.spec as JsonObject).data = {
      kind: "QueryGroup",
      spec: { queries: [{ kind: "PanelQuery", spec: query }] },
    };
    const { panels } = read(grid(at("panel-1", 0, 0)), { elements: { "panel-1": old } });
    expect(panels).toMatchObject([
      { type: "timeseries", targets: [{ refId: "B", expr: "down", datasource: { uid: "x" } }] },
    ]);
  });

  it("puts rows, tabs, auto grids and nested ones on the grid", () => {
    const rows = {
      kind: "RowsLayout",
      spec: { rows: [row("R1", grid(at("panel-1", 0, 0))), row("R2", grid(at("panel-2", 12, 1)))] },
    };
    expect(places(rows)).toEqual([
      [1, 0, 1, 12, 8],
      [2, 12, 11, 12, 8],
    ]);
    expect(read(rows).rows.map(({ title, y }) => [title, y])).toEqual([
      ["R1", 0],
      ["R2", 9],
    ]);
    const lines = {
      kind: "AutoGridLayout",
      spec: { maxColumnCount: 2, items: ["1", "2", "3"].map((n) => auto(`panel-${n}`)) },
    };
    expect(places(lines)).toEqual([
      [1, 0, 0, 12, 9],
      [2, 12, 0, 12, 9],
      [3, 0, 9, 12, 9],
    ]);
    const tab = (title: string, layout: JsonObject) => ({ kind: "TabsLayoutTab", spec: { title, layout } });
    const tabs = { kind: "TabsLayout", spec: { tabs: [tab("One", rows), tab("Two", lines)] } };
    expect(read(tabs).rows.map(({ title }) => title)).toEqual(["One", "R1", "R2", "Two"]);
    const inBoth = {
      kind: "RowsLayout",
      spec: {
        rows: [
          row("Shut", grid(at("panel-1", 0, 0)), { collapse: true }),
          row("", grid(at("panel-2", 0, 0)), { hideHeader: true }),
        ],
      },
    };
    expect(read(inBoth)).toMatchObject({
      rows: [{ title: "Shut", collapsed: true }],
      panels: [{ id: 1 }, { id: 2, gridPos: { y: 1 } }],
    });
  });

  it("reads repeats and variables", () => {
    const item = at("panel-1", 0, 0);
    const repeated = {
      ...item,
      spec: { ...item.spec, repeat: { mode: "variable", value: "pod", direction: "v", maxPerRow: 3 } },
    };
    const query = {
      kind: "DataQuery",
      group: "prometheus",
      datasource: { name: "prom" },
      spec: { query: "label_values(up, pod)" },
    };
    const variables: JsonObject[] = [
      {
        kind: "QueryVariable",
        spec: {
          name: "pod",
          hide: "hideLabel",
          refresh: "onTimeRangeChanged",
          sort: "naturalAsc",
          multi: true,
          query,
          current: { text: "a", value: "a" },
        },
      },
      { kind: "DatasourceVariable", spec: { name: "ds", pluginId: "prometheus" } },
      { kind: "CustomVariable", spec: { name: "c", query: "a,b" } },
      { kind: "NewVariable", spec: { name: "n" } },
    ];
    const reading = read(grid(repeated), { variables });
    expect(reading.panels).toMatchObject([{ repeat: "pod", repeatDirection: "v", maxPerRow: 3 }]);
    expect(reading.variables).toMatchObject([
      {
        name: "pod",
        type: "query",
        query: "label_values(up, pod)",
        hide: 1,
        refresh: 2,
        sort: 7,
        multi: true,
        datasource: { uid: "prom" },
      },
      { name: "ds", type: "datasource", query: "prometheus" },
      { name: "c", type: "custom", query: "a,b" },
      { name: "n", type: "unknown" },
    ]);
  });

  it("reads annotations, what they ask and how they look", () => {
    const query = {
      kind: "DataQuery",
      group: "prometheus",
      datasource: { name: "prom" },
      spec: { expr: "changes(x[1m]) > 0" },
    };
    const annotations = [
      {
        kind: "AnnotationQuery",
        spec: {
          name: "Deploys",
          enable: true,
          hide: false,
          iconColor: "blue",
          query,
          legacyOptions: { step: "30s", titleFormat: "{{v}}" },
        },
      },
    ];
    expect(read(grid(), { annotations }).annotations).toMatchObject([
      { name: "Annotations & Alerts" },
      {
        name: "Deploys",
        enabled: true,
        color: "blue",
        expr: "changes(x[1m]) > 0",
        step: "30s",
        titleFormat: "{{v}}",
        datasource: { uid: "prom" },
      },
    ]);
  });

  it("says what is shown otherwise than in Grafana", () => {
    expect(listViewGaps({ title: "T", panels: [] })).toEqual([]);
    const all = grid(...[1, 2, 3, 4].map((n) => at(`panel-${n}`, 0, n)));
    expect(listViewGaps(document(all))).toEqual([]);
    const rules = {
      kind: "ConditionalRenderingGroup",
      spec: { visibility: "show", condition: "and", items: [{}] },
    };
    const inner = { kind: "RowsLayout", spec: { rows: [row("R", grid(at("panel-1", 0, 0)))] } };
    const tab = {
      kind: "TabsLayoutTab",
      spec: {
        title: "One",
        layout: inner,
        repeat: { mode: "variable", value: "pod" },
        conditionalRendering: rules,
      },
    };
    const tabs = { kind: "TabsLayout", spec: { tabs: [tab] } };
    const variables = [
      { kind: "NewVariable", spec: { name: "n" } },
      { kind: "SwitchVariable", spec: { name: "s" } },
    ];
    expect(listViewGaps(document(tabs, { variables }))).toEqual([
      "Each tab is shown as a row.",
      "Rules for when a part is shown are not applied: all parts are shown.",
      "Rows and tabs inside a collapsed or repeated one lose their own heads.",
      "3 panels stand in no layout.",
      "Not understood are the variables n.",
    ]);
  });

  it("leaves a classic document alone", () => {
    const classic = { title: "T", panels: [] };
    expect(toClassicView(classic)).toBe(classic);
  });
});
