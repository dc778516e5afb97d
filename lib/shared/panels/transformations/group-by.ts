import { readArray, readObject } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { type DataFrame, type Field, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { reduceValues } from "@/lib/shared/panels/reduce";
import { allRows, asColumn } from "./frame-rows";
import { typeOf } from "./reduce";
import type { Transformer } from "./transformer";

/** One row for each combination of the grouped fields, with calculations of the others. */
export const groupBy: Transformer = (frames, options) => {
  const settings = readObject(options.fields);
  const isGrouped = (field: Field) => settingOf(field, settings).operation === "groupby";
  if (!frames.some((frame) => frame.fields.some(isGrouped))) return frames;
  return frames.flatMap((frame) => {
    const keys = frame.fields.filter(isGrouped);
    return keys.length > 0 ? [groupFrame(frame, keys, settings)] : [];
  });
};

/** The rows of each combination of the fields' values, in the order in which they come. */
export function groupRows(frame: DataFrame, keys: Field[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of allRows(frame)) {
    const key = JSON.stringify(keys.map((field) => String(field.values[row])));
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function groupFrame(frame: DataFrame, keys: Field[], settings: JsonObject): DataFrame {
  const rows = groupRows(frame, keys);
  const grouped = keys.map((field) => ({
    ...asColumn(field),
    values: rows.map(([first = 0]) => field.values[first]),
  }));
  const calculated = frame.fields.flatMap((field) =>
    aggregationsOf(field, settings).map((reducer) => {
      const values = rows.map((group) =>
        reduceValues(
          group.map((row) => field.values[row]),
          reducer,
        ),
      );
      return newField({ name: `${field.displayName} (${reducer})`, type: typeOf(values), values });
    }),
  );
  return newFrame({ refId: frame.refId, shape: "table", fields: [...grouped, ...calculated] });
}

/** A grouped field may be counted besides. */
function aggregationsOf(field: Field, settings: JsonObject): string[] {
  const { operation, aggregations } = settingOf(field, settings);
  const reducers = readArray(aggregations).filter((reducer) => typeof reducer === "string");
  if (operation === "aggregate") return reducers;
  return operation === "groupby" && reducers.length === 1 && reducers[0] === "count" ? reducers : [];
}

function settingOf(field: Field, settings: JsonObject): JsonObject {
  return readObject(settings[field.displayName] ?? settings[field.name]);
}
