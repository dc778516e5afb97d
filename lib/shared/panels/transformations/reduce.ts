import { readArray, readObject, readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, type Field, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { type FieldMatcher, fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { reduceField } from "@/lib/shared/panels/fields/reduce-field";
import { reducerName } from "@/lib/shared/panels/reduce";
import { joinedRefId } from "./frame-rows";
import type { Transformer } from "./transformer";

/** A row a series with its calculations, or each field as its one value. */
export const reduce: Transformer = (frames, options) => {
  const reducers = readArray(options.reducers ?? ["max"]).filter((one) => typeof one === "string");
  if (reducers.length === 0) return frames;
  const chosen = readObject(options.fields);
  const matcher = readString(chosen.id)
    ? fieldMatcher({ id: readString(chosen.id), options: chosen.options })
    : null;
  if (options.mode === "reduceFields") {
    const withTime = options.includeTimeField === true;
    return reduceFields(frames, matcher ?? ((field) => withTime || field.type !== "time"), reducers);
  }
  const matches = matcher ?? ((field: Field) => field.type !== "time");
  // As Grafana: of nothing comes no table, so that the panel says so.
  return frames.length > 0 ? [seriesRows(frames, matches, reducers, options.labelsToFields === true)] : [];
};

function seriesRows(
  frames: DataFrame[],
  matches: FieldMatcher,
  reducers: string[],
  withLabels: boolean,
): DataFrame {
  const columns = frames.flatMap((frame) =>
    frame.fields.filter((field) => matches(field, frame)).map((field) => ({ field, frame })),
  );
  const series = columns.map(({ field }) => field);
  const labelNames = withLabels
    ? [...new Set(series.flatMap((field) => Object.keys(field.labels ?? {})))]
    : [];
  const names = series.map((field) => (withLabels ? field.name : field.displayName));
  const fields = [
    newField({ name: "Field", type: "string", values: names }),
    ...labelNames.map((name) =>
      newField({ name, type: "string", values: series.map((field) => field.labels?.[name] ?? "") }),
    ),
    ...reducers.map((reducer) => {
      const values = columns.map(({ field, frame }) => reduceField(field, frame, reducer));
      return newField({ name: reducerName(reducer), type: typeOf(values), values });
    }),
  ];
  return newFrame({ refId: joinedRefId(frames), shape: "table", fields });
}

function reduceFields(frames: DataFrame[], matches: FieldMatcher, reducers: string[]): DataFrame[] {
  return frames.flatMap((frame) => {
    const fields = frame.fields
      .filter((field) => matches(field, frame))
      .flatMap((field) =>
        reducers.map((reducer) => {
          const labels =
            reducers.length > 1 ? { ...field.labels, reducer: reducerName(reducer) } : field.labels;
          return { ...field, labels, values: [reduceField(field, frame, reducer)] };
        }),
      );
    return fields.length > 0 ? [{ ...frame, shape: "table" as const, fields, length: 1 }] : [];
  });
}

export function typeOf(values: unknown[]): Field["type"] {
  const known = values.find((value) => value !== null && value !== undefined);
  if (typeof known === "string") return "string";
  return typeof known === "boolean" ? "boolean" : "number";
}
