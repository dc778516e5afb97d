import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import {
  instantOf,
  noData,
  rangeOf,
  sampleContext,
  sampleData,
  samplePanel,
} from "@/lib/shared/panels/testing/sample-panel";
import { applyFilter } from "./column-filter";
import { prepareTable } from "./prepare";
import { tableRows } from "./table-rows";

function table(raw: JsonObject = {}) {
  return samplePanel({
    type: "table",
    targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
    ...raw,
  });
}

const data = sampleData({ A: instantOf({ "web-2": 10, "web-10": 90, "web-1": "NaN", db: 50 }) });

function overridden(properties: JsonObject[]): JsonObject {
  return {
    fieldConfig: { defaults: {}, overrides: [{ matcher: { id: "byName", options: "Value" }, properties }] },
  };
}

describe("prepareTable", () => {
  it("makes a column a field, numbers to the right, hidden ones left out", () => {
    const hide = {
      matcher: { id: "byName", options: "Time" },
      properties: [{ id: "custom.hidden", value: true }],
    };
    const model = prepareTable(
      table({ fieldConfig: { defaults: { unit: "ms" }, overrides: [hide] } }),
      data,
      sampleContext,
    );
    expect(model.columns.map(({ name, align }) => [name, align])).toEqual([
      ["name", "left"],
      ["Value", "right"],
    ]);
    expect(model.columns[1]?.cell(1).text).toBe("90 ms");
    expect(model.rowCount).toBe(4);
  });

  it("sorts as asked: texts as people count, nothing last", () => {
    const model = prepareTable(
      table({ options: { sortBy: [{ displayName: "Value", desc: true }] } }),
      data,
      sampleContext,
    );
    expect(tableRows(model, model.sort)).toEqual([1, 3, 0, 2]);
    const name = model.columns[1]?.key ?? "";
    expect(tableRows(model, { column: name, descending: false })).toEqual([3, 2, 0, 1]);
    expect(
      tableRows(model, null, { [name]: applyFilter({ operator: "contains", text: "WEB", values: null }) }),
    ).toEqual([0, 1, 2]);
  });

  it("counts hidden columns where an old table says which one sorts", () => {
    const sortedBy = (col: number) => {
      const old = {
        type: "table-old",
        styles: [{ pattern: "Time", type: "hidden" }],
        sort: { col, desc: true },
      };
      return prepareTable(table(old), data, sampleContext).sort;
    };
    expect(sortedBy(0)).toBeNull();
    expect(sortedBy(1)?.column).toMatch(/:name$/);
  });

  it("colours cells and draws gauges, in the new and the old spelling", () => {
    for (const property of [
      { id: "custom.cellOptions", value: { type: "color-background" } },
      { id: "custom.displayMode", value: "color-background" },
    ]) {
      const cell = prepareTable(table(overridden([property])), data, sampleContext).columns[2]?.cell(1);
      const background = "linear-gradient(120deg, #ef1920, #f2495c)";
      expect(cell).toMatchObject({ background, textColor: "#000000" });
    }
    const plain = { id: "custom.cellOptions", value: { type: "color-background", mode: "basic" } };
    const solid = prepareTable(table(overridden([plain])), data, sampleContext).columns[2]?.cell(1);
    expect(solid?.background).toBe("#F2495C");
    const nan = { type: "special", options: { match: "nan", result: { text: "" } } };
    const emptied = table(overridden([plain, { id: "mappings", value: [nan] }]));
    const blank = prepareTable(emptied, data, sampleContext).columns[2]?.cell(2);
    expect(blank).toMatchObject({ text: "", background: "#73BF69" });
    const gauge = [
      { id: "custom.displayMode", value: "lcd-gauge" },
      { id: "min", value: 0 },
      { id: "max", value: 100 },
    ];
    const column = prepareTable(table(overridden(gauge)), data, sampleContext).columns[2];
    expect([column?.cellOptions.mode, column?.cell(1).share, column?.cell(2).share]).toEqual([
      "lcd",
      0.9,
      null,
    ]);
  });

  it("links cells with what stands in their row", () => {
    const links = [
      { title: "Open ${__data.fields.name}", url: "/d/x?var-node=${__data.fields.name}&v=${__value.raw}" },
    ];
    const cell = prepareTable(
      table(overridden([{ id: "links", value: links }])),
      data,
      sampleContext,
    ).columns[2]?.cell(3);
    expect(cell?.links).toEqual([{ title: "Open db", url: "/d/x?var-node=db&v=50", newTab: false }]);
    const atOnce = { title: "Straight", url: "/x", oneClick: true };
    const model = prepareTable(
      table(overridden([{ id: "links", value: [...links, atOnce] }])),
      data,
      sampleContext,
    );
    expect(model.columns.flatMap((column) => column.cell(0).links)).toEqual([
      { title: "Straight", url: "/x", newTab: false },
    ]);
  });

  it("sums up in the footer", () => {
    const footer = { show: true, reducer: ["max"] };
    expect(
      prepareTable(table({ options: { footer } }), data, sampleContext).columns.map(
        (column) => column.footer,
      ),
    ).toEqual(["Max", "", "90"]);
  });

  it("offers one series at a time when nothing merges them", () => {
    const panel = table({ targets: [{ refId: "A", expr: "x", legendFormat: "{{name}}" }] });
    const model = prepareTable(panel, sampleData({ A: rangeOf({ a: [1, 2], b: [3, 4] }) }), sampleContext, 1);
    expect(model.frames.map((frame) => frame.name)).toEqual(["a", "b"]);
    expect(model.columns.map((column) => column.name)).toEqual(["Time", "b"]);
  });

  it("lets the first fitting style of an old table count", () => {
    const styles: JsonObject[] = [
      { pattern: "name", type: "string", alias: "Host" },
      { pattern: "Value", type: "number", unit: "percent", decimals: 0 },
      { pattern: "/.*/", type: "hidden" },
    ];
    const columns = prepareTable(table({ styles, transform: "table" }), data, sampleContext).columns;
    expect(columns.map((column) => [column.name, column.cell(0).text])).toEqual([
      ["Host", "web-2"],
      ["Value", "10%"],
    ]);
  });

  it("is empty without rows", () => {
    expect(prepareTable(table(), noData, sampleContext).empty).toBe(true);
  });

  it("says so where its transformations leave no column", () => {
    const nothing = { id: "filterFieldsByName", options: { include: { names: ["pool_name"] } } };
    const model = prepareTable(table({ transformations: [nothing] }), data, sampleContext);
    expect(model.note).toBe("No data: no column is left to show.");
    expect(prepareTable(table(), data, sampleContext).note).toBeNull();
  });

  it("shows series as lines, pictures, pills and JSON", () => {
    const trends = table({
      targets: [{ refId: "A", expr: "x" }],
      transformations: [{ id: "timeSeriesTable", options: { A: { stat: "max" } } }],
      options: { sortBy: [{ displayName: "Trend #A", desc: true }] },
    });
    const model = prepareTable(
      trends,
      sampleData({ A: rangeOf({ low: [1, 2], high: [9, 3] }) }),
      sampleContext,
    );
    const [, trend] = model.columns;
    expect(trend?.cellOptions.type).toBe("sparkline");
    expect(trend?.cell(0)).toMatchObject({ text: "2", line: { values: [1, 2], timesMs: [0, 10_000] } });
    expect(tableRows(model, model.sort)).toEqual([1, 0]);

    const cellOf = (type: string, value: string) => {
      const named = { matcher: { id: "byName", options: "name" }, properties: [] as JsonObject[] };
      named.properties = [{ id: "custom.cellOptions", value: { type } }];
      const panel = table({ fieldConfig: { defaults: {}, overrides: [named] } });
      return prepareTable(
        panel,
        sampleData({ A: instantOf({ [value]: 1 }) }),
        sampleContext,
      ).columns[1]?.cell(0);
    };
    expect(cellOf("image", "https://example.org/a.png")?.image).toBe("https://example.org/a.png");
    expect(cellOf("image", "javascript:alert(1)")?.image).toBeNull();
    expect(cellOf("json-view", '{ "a": [1, 2] }')?.text).toBe('{"a":[1,2]}');
    expect(cellOf("pill", "eu, us,")?.pills.map(({ text }) => text)).toEqual(["eu", "us"]);
  });

  it("pages where the panel asks for it, as tables of all ages write it", () => {
    const pageOf = (raw: JsonObject) => prepareTable(table(raw), data, sampleContext).page;
    expect(pageOf({})).toBeNull();
    expect(pageOf({ options: { footer: { enablePagination: true } } })).toBe("fit");
    expect(pageOf({ options: { enablePagination: true } })).toBe("fit");
    expect(pageOf({ type: "table-old", pageSize: 20, styles: [] })).toBe(20);
  });

  it("sums up a column by the calculations of its own", () => {
    const footer = { id: "custom.footer", value: { reducers: ["max", "count"] } };
    const model = prepareTable(table(overridden([footer, { id: "unit", value: "s" }])), data, sampleContext);
    expect(model.columns[2]?.footer).toBe("Max: 1.50 mins, Count: 4");
  });
});
