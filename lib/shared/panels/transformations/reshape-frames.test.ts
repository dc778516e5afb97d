import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import { cpu, many, memory, sampleTable as table } from "@/lib/shared/panels/testing/sample-frames";
import { loadTransformers, transformationIds } from "./registry";
import { transformFrames } from "./transform-frames";

const transformers = await loadTransformers(transformationIds);

const transformed = (frames: DataFrame[], id: string, options: JsonObject, refIds?: string) =>
  transformFrames(nameFields(frames), [{ id, options, disabled: false, ...(refIds ? { refIds } : {}) }], {
    transformers,
    interpolate: (text) => text,
  });

function columns(frames: DataFrame[]): [string, unknown[]][][] {
  return frames.map(({ fields }) => fields.map(({ displayName, values }) => [displayName, values]));
}

/** Transformations that Grafana keeps outside its data library: there is no oracle for them. */
describe("transformations between rows, fields and frames", () => {
  it("takes settings for the fields of one query out of another", () => {
    const limits = table("B", {
      max: [10, 20],
      Unit: ["s", "s"],
      level: [5, 7],
      state: ["0", "1"],
      word: ["off", "on"],
    });
    const threshold = { threshold: { color: "orange" } };
    const mappings: JsonObject[] = [
      { fieldName: "level", handlerKey: "threshold1", handlerArguments: threshold },
      { fieldName: "state", handlerKey: "mappings.value" },
      { fieldName: "word", handlerKey: "mappings.text" },
    ];
    const [made, ...rest] = transformed([...many.slice(0, 1), limits], "configFromData", {
      configRefId: "B",
      mappings,
    });
    expect(rest).toEqual([]);
    expect(made?.fields[0]?.options).toEqual({ custom: {} });
    expect(made?.fields[1]?.options).toMatchObject({
      max: 20,
      unit: "s",
      thresholds: { mode: "absolute", steps: [{ value: 7, color: "orange" }] },
      mappings: [{ type: "value", options: { 0: { text: "off", index: 0 }, 1: { text: "on", index: 1 } } }],
    });
  });

  it("makes fields of rows, with their settings and labels", () => {
    const rows = table("A", { sensor: ["in", "out"], value: [20, 5], max: [40, 30], room: ["a", "b"] });
    const [made] = transformed([rows], "rowsToFields", {});
    expect(
      made?.fields.map(({ name, values, labels, options }) => [name, values, labels, options.max]),
    ).toEqual([
      ["in", [20], { room: "a" }, 40],
      ["out", [5], { room: "b" }, 30],
    ]);
  });

  it("cuts a table by the values of a column, as labels or as names", () => {
    const byLabel = columns(transformed([cpu], "partitionByValues", { fields: ["node"] }));
    expect(byLabel.map((frame) => frame.at(-1))).toEqual([
      ["Value #A n1", [3, 1]],
      ["Value #A n2", [2]],
    ]);
    const naming = { asLabels: false, withNames: true };
    const byName = transformed([cpu], "partitionByValues", { fields: ["node"], naming, keepFields: true });
    expect(byName.map(({ name, fields }) => [name, fields.length])).toEqual([
      ["node=n1", 4],
      ["node=n2", 4],
    ]);
  });

  it("prepares series out of tables", () => {
    const rows = table("A", { Time: [2, 1, 1], pod: ["a", "b", "a"], Value: [20, 30, 10] });
    expect(columns(transformed([rows], "prepareTimeSeries", { format: "many" }))).toEqual([
      [
        ["Time", [1]],
        ["b", [30]],
      ],
      [
        ["Time", [1, 2]],
        ["a", [10, 20]],
      ],
    ]);
    expect(transformed(many, "prepareTimeSeries", { format: "wide" })).toHaveLength(2);
  });

  it("leaves frames alone that a transformation is not meant for", () => {
    const limited = (refIds: string) =>
      transformed([cpu, memory], "limit", { limitField: 1 }, refIds).map(
        ({ refId, length }) => `${refId}${length}`,
      );
    expect([limited("B"), limited("A|B"), limited("/[AX]/")]).toEqual([
      ["A3", "B1"],
      ["A1", "B1"],
      ["A1", "B3"],
    ]);
  });
});
