import { describe, expect, it } from "vitest";
import { instantOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { applyFilter, type ColumnFilter, columnTexts, noFilter } from "./column-filter";
import { inspectedText } from "./inspected-text";
import { prepareTable } from "./prepare";
import { tableRows } from "./table-rows";

const panel = samplePanel({
  type: "table",
  targets: [{ refId: "A", expr: "x", format: "table", instant: true }],
  fieldConfig: { defaults: { unit: "s", custom: { filterable: true, inspect: true } } },
});
const data = sampleData({ A: instantOf({ a: 2, b: 30, ab: 100 }) });
const model = prepareTable(panel, data, sampleContext);
const keyOf = (name: string) => model.columns.find((column) => column.name === name)?.key ?? "";
const rows = (name: string, filter: Partial<ColumnFilter>) =>
  tableRows(model, null, { [keyOf(name)]: applyFilter({ ...noFilter, ...filter }) });

describe("column filters", () => {
  it("compare texts and numbers", () => {
    expect(rows("name", { text: " A " })).toEqual([0, 2]);
    expect(rows("name", { operator: "=", text: "a" })).toEqual([0]);
    expect(rows("name", { operator: "!=", text: "a" })).toEqual([1, 2]);
    expect(rows("Value", { operator: ">=", text: "30" })).toEqual([1, 2]);
    expect(rows("Value", { operator: "=", text: "100" })).toEqual([2]);
    expect(rows("Value", { operator: "=", text: "1.67 mins" })).toEqual([2]);
  });

  it("keep the values that are chosen, none of them too", () => {
    expect(rows("name", { values: ["b", "ab"] })).toEqual([1, 2]);
    expect(rows("name", { values: ["b", "ab"], text: "a" })).toEqual([2]);
    expect(rows("name", { values: [] })).toEqual([]);
    expect(applyFilter({ ...noFilter, text: " " })).toBeNull();
  });

  it("offer each text once, as people count", () => {
    const column = model.columns.find(({ name }) => name === "Value");
    expect(column && columnTexts(column)).toEqual(["1.67 mins", "2 s", "30 s"]);
    expect(column?.inspect).toBe(true);
  });
});

it("lays out JSON and leaves everything else", () => {
  expect(inspectedText('{"a":[1]}', "x")).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(inspectedText({ a: 1 }, "x")).toBe('{\n  "a": 1\n}');
  expect(inspectedText("{broken", "{broken")).toBe("{broken");
  expect(inspectedText(1234, "1.23 K")).toBe("1.23 K");
});
