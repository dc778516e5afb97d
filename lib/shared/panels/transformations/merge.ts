import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { asColumn, joinedRefId } from "./frame-rows";
import type { Transformer } from "./transformer";

type Row = Record<string, unknown>;

/** One table of all frames: rows that agree in the columns common to all become one. */
export const merge: Transformer = (frames) => {
  const full = frames.filter((frame) => frame.fields.length > 0);
  if (full.length <= 1) return frames;
  const columns = new Map<string, Field>();
  for (const field of full.flatMap((frame) => frame.fields)) {
    if (columns.has(field.name)) continue;
    const { legendName } = field;
    columns.set(field.name, { ...asColumn(field), ...(legendName === undefined ? {} : { legendName }) });
  }
  const keys = [...columns.keys()].filter((name) =>
    full.every((frame) => frame.fields.some((field) => field.name === name)),
  );
  if (keys.length === 0) return frames;

  const rows = mergedRows(full, keys);
  const fields = [...columns.values()].map((field) => ({
    ...field,
    values: rows.map((row) => row[field.name] ?? null),
  }));
  return [{ refId: joinedRefId(full), shape: "table", fields, length: rows.length }];
};

function mergedRows(frames: DataFrame[], keys: string[]): Row[] {
  const byKey = new Map<string, Row[]>();
  const inOrder: Row[] = [];
  for (const frame of frames) {
    for (let i = 0; i < frame.length; i++) {
      const row: Row = Object.fromEntries(frame.fields.map((field) => [field.name, field.values[i]]));
      const key = JSON.stringify(keys.map((name) => String(row[name])));
      const candidates = byKey.get(key) ?? [];
      byKey.set(key, candidates);
      const partner = candidates.filter((existing) => fits(existing, row));
      for (const existing of partner) Object.assign(existing, row);
      if (partner.length > 0) continue;
      candidates.push(row);
      inOrder.push(row);
    }
  }
  return inOrder;
}

function fits(existing: Row, row: Row): boolean {
  return Object.entries(row).every(
    ([name, value]) => existing[name] == null || Object.is(existing[name], value),
  );
}
