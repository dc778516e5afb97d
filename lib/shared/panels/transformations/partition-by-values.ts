import { readArray, readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { allRows, asColumn, pickRows } from "./frame-rows";
import type { Transformer } from "./transformer";

/** The first frame cut into one a combination of values, which become labels or the frame's name. */
export const partitionByValues: Transformer = (frames, options) => {
  const [frame] = frames;
  const names = readArray(options.fields).map((name) => readString(name));
  const matches = names.length > 0 ? fieldMatcher({ id: "byNames", options: { names } }) : null;
  const keys = frame?.fields.filter((field) => matches?.(field, frame)) ?? [];
  if (!frame || keys.length === 0) return frames;

  const groups = new Map<string, number[]>();
  for (const row of allRows(frame)) {
    const key = JSON.stringify(keys.map((field) => field.values[row]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const kept =
    options.keepFields === true ? frame.fields : frame.fields.filter((field) => !keys.includes(field));
  return [...groups.values()].map((rows) => {
    const values = keys.map((field) => String(field.values[rows[0] ?? 0]));
    return named(pickRows({ ...frame, fields: kept }, rows), keys, values, readObject(options.naming));
  });
};

function named(frame: DataFrame, keys: Field[], values: string[], naming: JsonObject): DataFrame {
  const shape = frame.fields.some((field) => field.type === "time") ? "series" : frame.shape;
  if (naming.asLabels === false) {
    const [between, after] = [readString(naming.separator1, "="), readString(naming.separator2, " ")];
    const parts = values.map((value, i) =>
      naming.withNames === true ? `${keys[i]?.name ?? ""}${between}${value}` : value,
    );
    const own = parts.join(after);
    const name = naming.append === true && frame.name ? `${frame.name} ${own}` : own;
    return { ...frame, name, shape };
  }
  const labels = Object.fromEntries(keys.map((field, i) => [field.name, values[i] ?? ""]));
  const fields = frame.fields.map((field) =>
    field.type === "time" ? field : { ...asColumn(field), labels: { ...field.labels, ...labels } },
  );
  return { ...frame, fields, shape };
}
