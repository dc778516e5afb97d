import { readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, type Field, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { joinedRefId } from "./frame-rows";
import type { Transformer } from "./transformer";

/** The frames side by side, rows put together by equal values of one field. */
export const joinByField: Transformer = (frames, options) => {
  if (frames.length < 2) return frames;
  const mode = options.mode === "inner" || options.mode === "outerTabular" ? options.mode : "outer";
  const byField = readString(options.byField);
  const joined = joinFrames(frames, byField, mode);
  if (joined) return [joined];
  // As Grafana: where no frame has the field that is named, nothing is left.
  return byField && mode === "outer"
    ? [newFrame({ refId: joinedRefId(frames), shape: "table", fields: [] })]
    : frames;
};

interface Part {
  key: Field;
  others: Field[];
  rows: Map<unknown, number[]>;
}

/** Null when no frame has the field. Outer keeps all keys, in order for times and numbers. */
export function joinFrames(
  frames: DataFrame[],
  byField: string,
  mode: "outer" | "inner" | "outerTabular",
): DataFrame | null {
  const parts = frames.flatMap((frame) => joinPart(frame, byField));
  const [first] = parts;
  if (!first) return null;
  const keys = [...new Set(parts.flatMap((part) => [...part.rows.keys()]))];
  const kept = mode === "inner" ? keys.filter((key) => parts.every((part) => part.rows.has(key))) : keys;
  if (first.key.type !== "string") kept.sort((a, b) => Number(a) - Number(b));

  const rows = kept.flatMap((key) => {
    const found = parts.map((part) => part.rows.get(key) ?? []);
    // Repeated keys are kept apart only in tables; joined series have one value a key, the last.
    if (mode === "outer") return [{ key, at: found.map((one) => one.at(-1)) }];
    const most = Math.max(...found.map((one) => one.length));
    return Array.from({ length: most }, (_, i) => ({
      key,
      at: found.map((one) => one[Math.min(i, one.length - 1)]),
    }));
  });
  const fields = [
    { ...first.key, values: rows.map((row) => row.key) },
    ...parts.flatMap((part, p) =>
      part.others.map((field) => ({ ...field, values: rows.map((row) => valueAt(field, row.at[p])) })),
    ),
  ];
  return { refId: joinedRefId(frames), shape: "table", fields, length: rows.length };
}

function valueAt(field: Field, row: number | undefined): unknown {
  return row === undefined ? null : (field.values[row] ?? null);
}

function joinPart(frame: DataFrame, byField: string): Part[] {
  const matches = byField ? fieldMatcher({ id: "byName", options: byField }) : null;
  const key = frame.fields.find((field) => (matches ? matches(field, frame) : field.type === "time"));
  if (!key) return [];
  const rows = new Map<unknown, number[]>();
  key.values.forEach((value, row) => {
    rows.set(value, [...(rows.get(value) ?? []), row]);
  });
  const others = frame.fields
    .filter((field) => field !== key)
    .map((field) => ({
      ...field,
      name: field.name === "Value" && frame.name ? frame.name : field.name,
      // Present but empty: so that several joined time columns are told apart by number.
      labels: field.labels ?? {},
    }));
  return [{ key, others, rows }];
}
