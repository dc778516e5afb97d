import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { mappingForm, newMappingRow, readMappingRows, writeMappingRows } from "./mappings";

const current: JsonObject[] = [
  {
    type: "value",
    options: { "0": { color: "red", index: 0, text: "down" }, "1": { index: 1, text: "up", icon: "ok" } },
  },
  { type: "range", options: { from: 2, to: null, result: { index: 2, text: "many" } } },
  { type: "special", options: { match: "null+nan", result: { index: 3, text: "none" } } },
  { type: "regex", options: { pattern: "a.*", result: { index: 4, text: "a", color: "#fff" } } },
  { type: "value", options: { "9": { index: 5, text: "nine" } } },
];
const old: JsonObject[] = [
  { id: 0, op: "=", type: 1, value: "1", text: "up" },
  { from: "2", id: 1, operator: "", text: "many", to: "9", type: 2, value: "" },
];

describe("mapping rows", () => {
  it("come back as they were stored, in both forms", () => {
    expect(writeMappingRows(readMappingRows(current), "current")).toEqual(current);
    expect(writeMappingRows(readMappingRows(old), "old")).toEqual(old);
  });

  it("change only the mapping that is edited", () => {
    const rows = readMappingRows(current).map((row) => (row.match === "1" ? { ...row, text: "well" } : row));
    expect(writeMappingRows(rows, "current")).toEqual([
      {
        type: "value",
        options: {
          "0": { color: "red", index: 0, text: "down" },
          "1": { index: 1, text: "well", icon: "ok" },
        },
      },
      ...current.slice(1),
    ]);
  });

  it("are added in the document's own form", () => {
    const added = { ...newMappingRow("value"), match: "3", text: "three", color: "green" };
    expect(writeMappingRows([...readMappingRows([]), added], "current")).toEqual([
      { type: "value", options: { "3": { index: 0, text: "three", color: "green" } } },
    ]);
    expect(writeMappingRows([...readMappingRows(old), added], "old")).toEqual([
      ...old,
      { id: 2, operator: "", type: 1, value: "3", text: "three" },
    ]);
  });

  it("know the form of a document without mappings by its schema version", () => {
    expect(mappingForm(undefined, 27)).toBe("old");
    expect(mappingForm([], 39)).toBe("current");
    expect(mappingForm(old, 39)).toBe("old");
    expect(mappingForm(current, 16)).toBe("current");
  });
});
