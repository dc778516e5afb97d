import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import { grafanaData, grafanaTransform } from "@/lib/shared/panels/testing/grafana-data";
import { cpu, many, memory, sampleTable as table } from "@/lib/shared/panels/testing/sample-frames";
import { loadTransformers, transformationIds } from "./registry";
import { transformationFindings, transformFrames } from "./transform-frames";

const { standardTransformers, toDataFrame, getFieldDisplayName, FieldType } = grafanaData;
type GrafanaFrame = ReturnType<typeof toDataFrame>;

const context = {
  transformers: await loadTransformers(transformationIds),
  interpolate: (text: string) => text.replaceAll("$by", "pod"),
};

const matrix = [table("A", { pod: ["a", "a", "b"], kind: ["cpu", "mem", "cpu"], Value: [1, 2, 3] })];

const timed = (refId: string, values: number[]) =>
  table(refId, { Time: [1000, 2000], [`Value #${refId}`]: values });

type Shown = { name: string; values: unknown[] }[][];

function ours(frames: DataFrame[], id: string, options: JsonObject): Shown {
  const made = transformFrames(nameFields(frames), [{ id, options, disabled: false }], context);
  return made.map((frame) =>
    frame.fields.map(({ displayName, values }) => ({ name: displayName, values: plain(values) })),
  );
}

function grafanas(frames: DataFrame[], transformer: { operator: CallableFunction }, options: object): Shown {
  const input = frames.map((frame) =>
    toDataFrame({
      refId: frame.refId,
      name: frame.name,
      fields: frame.fields.map((field) => ({
        name: field.name,
        type:
          field.type === "time"
            ? FieldType.time
            : field.type === "number"
              ? FieldType.number
              : FieldType.string,
        values: [...field.values],
        labels: field.labels,
        config: field.legendName === undefined ? {} : { displayNameFromDS: field.legendName },
      })),
    }),
  );
  const made = grafanaTransform<GrafanaFrame>(input, transformer, options);
  return made.map((frame) =>
    frame.fields.map((field) => ({
      name: getFieldDisplayName(field, frame, made),
      values: plain([...field.values]),
    })),
  );
}

/** Missing values are written null here and undefined or NaN there. */
function plain(values: unknown[]): unknown[] {
  return values.map((value) => (value === undefined || Number.isNaN(value) ? null : value));
}

/** Transformation, options, input: what Grafana makes of it must come out here. */
const cases: [
  id: string,
  grafana: keyof typeof standardTransformers,
  options: JsonObject,
  frames: DataFrame[],
][] = [
  ["merge", "mergeTransformer", {}, [cpu, memory]],
  ["merge", "mergeTransformer", {}, [cpu]],
  ["joinByField", "joinByFieldTransformer", { byField: "pod", mode: "outer" }, [cpu, memory]],
  ["joinByField", "joinByFieldTransformer", { byField: "pod", mode: "inner" }, [cpu, memory]],
  ["seriesToColumns", "seriesToColumnsTransformer", { byField: "Time" }, many],
  [
    "organize",
    "organizeFieldsTransformer",
    { excludeByName: { Time: true }, indexByName: { "Value #A": 0, pod: 1 }, renameByName: { pod: "Pod" } },
    [cpu],
  ],
  ["renameByRegex", "renameByRegexTransformer", { regex: "Value #(.*)", renamePattern: "$1 used" }, [cpu]],
  ["filterFieldsByName", "filterFieldsByNameTransformer", { include: { names: ["pod", "Value #A"] } }, [cpu]],
  ["filterFieldsByName", "filterFieldsByNameTransformer", { include: { pattern: "^(?!Time).*$" } }, [cpu]],
  ["filterFieldsByName", "filterFieldsByNameTransformer", { exclude: { pattern: "/^Value/" } }, [cpu]],
  ["filterByRefId", "filterFramesByRefIdTransformer", { include: "B" }, [cpu, memory]],
  ["reduce", "reduceTransformer", { reducers: ["lastNotNull", "max", "mean", "sum"] }, many],
  ["reduce", "reduceTransformer", { reducers: ["max"], labelsToFields: true }, many],
  [
    "reduce",
    "reduceTransformer",
    { reducers: ["mean"], mode: "reduceFields", includeTimeField: false },
    many,
  ],
  ["labelsToFields", "labelsToFieldsTransformer", {}, many],
  ["labelsToFields", "labelsToFieldsTransformer", { keepLabels: ["job"], mode: "columns" }, many],
  ["labelsToFields", "labelsToFieldsTransformer", { valueLabel: "zone" }, many],
  ["labelsToFields", "labelsToFieldsTransformer", { mode: "rows" }, many],
  ["sortBy", "sortByTransformer", { sort: [{ field: "Value #A", desc: true }] }, [cpu]],
  ["sortBy", "sortByTransformer", { sort: [{ field: "pod" }] }, [cpu]],
  ["limit", "limitTransformer", { limitField: 2 }, [cpu, memory]],
  ["limit", "limitTransformer", { limitField: "-1" }, [cpu]],
  [
    "groupBy",
    "groupByTransformer",
    {
      fields: {
        node: { operation: "groupby", aggregations: [] },
        "Value #A": { operation: "aggregate", aggregations: ["sum", "max", "count"] },
      },
    },
    [cpu],
  ],
  [
    "groupingToMatrix",
    "groupingToMatrixTransformer",
    { columnField: "kind", rowField: "pod", valueField: "Value", emptyValue: "null" },
    matrix,
  ],
  ["concatenate", "concatenateTransformer", { frameNameMode: "field" }, [cpu, memory]],
  ["seriesToRows", "seriesToRowsTransformer", {}, many],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "reduceRow", reduce: { reducer: "sum", include: ["x/1", "y/2"] }, alias: "Both" },
    many,
  ],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "reduceRow", reduce: { reducer: "mean" }, replaceFields: true },
    many,
  ],
  ["reduce", "reduceTransformer", { reducers: ["lastNotNull"] }, []],
  ["reduce", "reduceTransformer", { reducers: ["lastNotNull"] }, [table("A", { Time: [1000] })]],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "reduceRow", reduce: { reducer: "range", include: [] } },
    [timed("A", [1, 5]), timed("B", [2, 3])],
  ],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "reduceRow", reduce: { reducer: "range" } },
    [timed("A", [1, 5]), table("B", { "Value #B": [2, 3] })],
  ],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "binary", binary: { left: "Value #A", operator: "*", right: "2" } },
    [cpu],
  ],
  [
    "calculateField",
    "calculateFieldTransformer",
    { mode: "cumulativeFunctions", cumulative: { field: "Value #A", reducer: "sum" }, alias: "So far" },
    [cpu],
  ],
  ["calculateField", "calculateFieldTransformer", { mode: "index" }, [cpu]],
  [
    "filterByValue",
    "filterByValueTransformer",
    {
      type: "include",
      match: "any",
      filters: [{ fieldName: "Value #A", config: { id: "greater", options: { value: 1 } } }],
    },
    [cpu],
  ],
];

describe("transformFrames", () => {
  it.each(cases)("%s (%s) gives what Grafana gives with %j", (id, grafana, options, frames) => {
    expect(ours(frames, id, options)).toEqual(
      grafanas(frames, standardTransformers[grafana], structuredClone(options)),
    );
  });

  it("makes rows of series for a table of trends", () => {
    const [rows] = ours(many, "timeSeriesTable", {});
    expect(rows?.map(({ name, values }) => [name, values])).toEqual([
      ["job", ["x", "y"]],
      ["zone", ["1", "2"]],
      [
        "Trend #A",
        [
          { line: { timesMs: [1000, 2000, 3000], values: [1, null, 5] }, value: 5 },
          { line: { timesMs: [1000, 2000, 3000], values: [2, 4, 6] }, value: 6 },
        ],
      ],
    ]);
  });

  it("takes columns out of labels and JSON", () => {
    const texts = table("A", { Field: ['{job="api, v2", zone="1"}', '{"job":"db","up":1}'] });
    const [made] = ours([texts], "extractFields", { source: "Field", replace: true });
    expect(made).toEqual([
      { name: "job", values: ["api, v2", "db"] },
      { name: "zone", values: ["1", null] },
      { name: "up", values: [null, 1] },
    ]);
  });

  it("fills variables into options and leaves groups of a pattern alone", () => {
    const [joined] = ours([cpu, memory], "joinByField", { byField: "$by" });
    expect(joined?.[0]).toEqual({ name: "pod", values: ["a", "b", "c", "d"] });
  });

  it("keeps frames and says so when it does not know a transformation", () => {
    const unknown = [{ id: "regression", options: {}, disabled: false }];
    expect(transformFrames([cpu], unknown, context)).toEqual([cpu]);
    expect(transformationFindings(unknown)).toHaveLength(1);
    expect(transformationFindings([{ id: "merge", options: {}, disabled: false }])).toEqual([]);
  });

  it("never changes what it is given", () => {
    const before = JSON.stringify([cpu, memory, many]);
    for (const [id, , options, frames] of cases)
      transformFrames(nameFields(frames), [{ id, options, disabled: false }], context);
    expect(JSON.stringify([cpu, memory, many])).toBe(before);
  });
});

describe("names between transformations", () => {
  it("what is left of several fields of one name stays called as it was among them", () => {
    const joined = [
      table("A", { pod: ["a"], kind: ["x"], Value: [1] }),
      table("B", { pod: ["a"], kind: ["y"], Value: [2] }),
    ];
    const steps: [string, JsonObject][] = [
      ["joinByField", { byField: "pod", mode: "outer" }],
      ["filterFieldsByName", { include: { names: ["pod", "kind 1"] } }],
      ["organize", { renameByName: { "kind 1": "Kind" } }],
    ];
    const made = transformFrames(
      nameFields(joined),
      steps.map(([id, options]) => ({ id, options, disabled: false })),
      context,
    );
    expect(made[0]?.fields.map(({ displayName }) => displayName)).toEqual(["pod", "Kind"]);
  });
});
