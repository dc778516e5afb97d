import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import { grafanaData, grafanaTransform } from "@/lib/shared/panels/testing/grafana-data";
import { toGrafanaFrames } from "@/lib/shared/panels/testing/grafana-fields";
import { cpu, many, memory, sampleSeries, sampleTable } from "@/lib/shared/panels/testing/sample-frames";
import { loadTransformers, transformationIds } from "./registry";
import { transformFrames } from "./transform-frames";

const { getFieldDisplayName, standardTransformers } = grafanaData;
const byId = new Map(Object.values(standardTransformers).map((one) => [one.id as string, one]));
const context = {
  transformers: await loadTransformers(transformationIds),
  interpolate: (text: string) => text,
};

const plain = (values: readonly unknown[]) =>
  values.map((value) => (value === undefined || Number.isNaN(value) ? null : value));

function ours(frames: DataFrame[], id: string, options: JsonObject) {
  const made = transformFrames(nameFields(frames), [{ id, options, disabled: false }], context);
  return made.map(({ fields }) => fields.map(({ displayName, values }) => [displayName, plain(values)]));
}

function theirs(frames: DataFrame[], id: string, options: JsonObject) {
  const transformer = byId.get(id);
  if (!transformer) throw new Error(id);
  const made = grafanaTransform(toGrafanaFrames(frames), transformer as never, {
    ...transformer.defaultOptions,
    ...options,
  });
  return made.map((frame) =>
    frame.fields.map((field) => [getFieldDisplayName(field, frame, made), plain([...field.values])]),
  );
}

const uneven = [
  sampleSeries("A", { job: "x" }, [1, 2], [1000, 2000]),
  sampleSeries("B", { job: "y" }, [5, 6, 7], [2000, 3000, 4000]),
];
const mixed = sampleTable("A", {
  Time: [1, 2, 3, 4],
  name: ["b", "a", "c", "a"],
  Value: [4, 10, 1, 4],
  text: ["1", "x", "3.5", ""],
});
const filter = (id: string, options: JsonObject, fieldName = "Value") => ({
  type: "include",
  match: "all",
  filters: [{ fieldName, config: { id, options } }],
});

const cases: [string, JsonObject, DataFrame[]][] = [
  ["joinByField", { byField: "Time", mode: "outer" }, uneven],
  ["joinByField", { byField: "Time", mode: "inner" }, uneven],
  ["joinByField", { byField: "pod", mode: "outerTabular" }, [cpu, memory]],
  ["joinByField", {}, uneven],
  ["joinByField", { byField: "missing", mode: "outer" }, [cpu, memory]],
  ["histogram", {}, many],
  ["histogram", { bucketSize: 2, bucketOffset: 1 }, many],
  ["histogram", { combine: true }, uneven],
  ["seriesToRows", {}, uneven],
  ["merge", {}, uneven],
  ["merge", {}, [mixed, mixed]],
  ["reduce", { reducers: ["min", "range", "count", "diff", "firstNotNull", "stdDev", "p90"] }, many],
  ["reduce", { reducers: ["mean", "sum"], mode: "reduceFields" }, [cpu]],
  ["reduce", { reducers: ["mean"], mode: "reduceFields", includeTimeField: true }, [cpu]],
  ["reduce", { reducers: ["max"], includeTimeField: true }, many],
  ["reduce", {}, many],
  [
    "organize",
    { excludeByName: {}, indexByName: { Value: 0, name: 1, Time: 2 }, renameByName: { name: "Name" } },
    [mixed],
  ],
  ["organize", { renameByName: { Value: "Amount" }, includeByName: { Value: true } }, [mixed]],
  ["organize", { orderByMode: "auto", orderBy: [{ type: "name", desc: true }] }, [mixed]],
  ["sortBy", { sort: [{ field: "name" }, { field: "Value", desc: true }] }, [mixed]],
  ["sortBy", { sort: [{ field: "text" }] }, [mixed]],
  ["sortBy", { sort: [{ field: "missing" }] }, [mixed]],
  ["limit", { limitField: 0 }, [mixed]],
  ["filterByValue", filter("greaterOrEqual", { value: 4 }), [mixed]],
  ["filterByValue", filter("lower", { value: 4 }), [mixed]],
  ["filterByValue", filter("lowerOrEqual", { value: 4 }), [mixed]],
  ["filterByValue", filter("between", { from: 2, to: 5 }), [mixed]],
  ["filterByValue", filter("equal", { value: "a" }, "name"), [mixed]],
  ["filterByValue", filter("notEqual", { value: "a" }, "name"), [mixed]],
  ["filterByValue", filter("regex", { value: "[ab]" }, "name"), [mixed]],
  ["filterByValue", filter("substring", { value: "A" }, "name"), [mixed]],
  ["filterByValue", filter("notSubstring", { value: "A" }, "name"), [mixed]],
  ["filterByValue", filter("isNull", {}, "x/1"), many],
  ["filterByValue", filter("isNotNull", {}, "x/1"), many],
  ["filterByValue", filter("isNotNull", {}), many],
  ["filterByValue", { ...filter("greater", { value: 3 }), type: "exclude" }, [mixed]],
  ["filterByValue", { type: "include", match: "any", filters: [] }, [mixed]],
  [
    "groupBy",
    {
      fields: {
        name: { operation: "groupby", aggregations: [] },
        Value: { operation: "aggregate", aggregations: ["mean", "lastNotNull", "min", "range"] },
        Time: { operation: "aggregate", aggregations: ["last"] },
      },
    },
    [mixed],
  ],
  ["groupBy", { fields: {} }, [mixed]],
  [
    "calculateField",
    {
      mode: "binary",
      binary: { left: { matcher: { id: "byName", options: "Value" } }, operator: "/", right: { fixed: "4" } },
    },
    [mixed],
  ],
  [
    "calculateField",
    {
      mode: "binary",
      binary: {
        left: { matcher: { id: "byType", options: "number" } },
        operator: "*",
        right: { fixed: "2" },
      },
    },
    [cpu],
  ],
  ["calculateField", { mode: "unary", unary: { operator: "floor", fieldName: "Value" } }, [mixed]],
  ["calculateField", { mode: "unary", unary: { operator: "percent", fieldName: "Value" } }, [mixed]],
  [
    "calculateField",
    { mode: "cumulativeFunctions", cumulative: { field: "Value", reducer: "mean" } },
    [mixed],
  ],
  [
    "calculateField",
    {
      mode: "windowFunctions",
      window: {
        field: "Value",
        reducer: "mean",
        windowSize: 2,
        windowSizeMode: "fixed",
        windowAlignment: "trailing",
      },
    },
    [mixed],
  ],
  [
    "calculateField",
    {
      mode: "windowFunctions",
      window: {
        field: "Value",
        reducer: "stdDev",
        windowSize: 3,
        windowSizeMode: "fixed",
        windowAlignment: "centered",
      },
    },
    [mixed],
  ],
  [
    "calculateField",
    {
      mode: "windowFunctions",
      window: {
        field: "Value",
        reducer: "mean",
        windowSize: 0.5,
        windowSizeMode: "percentage",
        windowAlignment: "centered",
      },
    },
    [mixed],
  ],
  ["calculateField", { mode: "index", index: { asPercentile: true } }, [mixed]],
  ["calculateField", { mode: "reduceRow", reduce: { reducer: "max" } }, uneven],
  [
    "calculateField",
    { mode: "reduceRow", reduce: { reducer: "mean", include: ["Value"] }, alias: "M" },
    [mixed],
  ],
  [
    "calculateField",
    { mode: "reduceRow", reduce: { reducer: "lastNotNull", include: ["name"] }, alias: "Called" },
    [mixed],
  ],
  ["convertFieldType", { conversions: [{ targetField: "text", destinationType: "number" }] }, [mixed]],
  ["convertFieldType", { conversions: [{ targetField: "Value", destinationType: "string" }] }, [mixed]],
  ["convertFieldType", { conversions: [{ targetField: "Value", destinationType: "boolean" }] }, [mixed]],
  ["renameByRegex", { regex: "(.)(.*)", renamePattern: "$2$1" }, [mixed]],
  ["renameByRegex", { regex: "/VALUE/i", renamePattern: "v" }, [mixed]],
  ["filterFieldsByName", { include: { names: ["name"], pattern: "^Val" } }, [mixed]],
  ["filterFieldsByName", { include: { pattern: "x|y" } }, uneven],
  ["filterByRefId", { include: "A|B" }, uneven],
  ["filterByRefId", { exclude: "B" }, uneven],
  ["labelsToFields", { mode: "columns", keepLabels: ["zone"] }, many],
  ["labelsToFields", { valueLabel: "job" }, many],
  ["groupingToMatrix", { columnField: "name", rowField: "text", valueField: "Value" }, [mixed]],
  [
    "groupingToMatrix",
    { columnField: "name", rowField: "text", valueField: "Value", emptyValue: "zero" },
    [mixed],
  ],
  ["concatenate", { frameNameMode: "label", frameNameLabel: "frame" }, uneven],
  ["concatenate", { frameNameMode: "drop" }, [cpu, memory]],
  ["transpose", {}, [mixed]],
  ["transpose", { firstFieldName: "Which", restFieldsName: "What" }, [cpu]],
  ["transpose", {}, [sampleTable("A", { Value: [1, 2], Other: [3, 4] })]],
];

it.each(cases)("%s with %j gives what Grafana's library gives", (id, options, frames) => {
  expect(ours(frames, id, structuredClone(options))).toEqual(theirs(frames, id, structuredClone(options)));
});
