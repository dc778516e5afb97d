import { readNumber, readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { Field } from "@/lib/shared/panels/fields/data-frame";
import type { Transformer } from "./transformer";

/** Leaves columns out, orders them and gives them other names. */
export const organize: Transformer = (frames, options) => {
  const excluded = truthyKeys(options.excludeByName);
  const included = truthyKeys(options.includeByName);
  const index = readObject(options.indexByName);
  const renamed = readObject(options.renameByName);
  const place = (field: Field) => readNumber(index[field.displayName]) ?? Number.MAX_SAFE_INTEGER;
  return frames.map((frame) => {
    const kept = frame.fields.filter((field) => {
      const isExcluded = excluded.has(field.displayName) || excluded.has(field.name);
      const isIncluded = included.size === 0 || included.has(field.displayName) || included.has(field.name);
      return isIncluded && !isExcluded;
    });
    const ordered = kept
      .map((field, i) => ({ field, i }))
      .sort((a, b) => place(a.field) - place(b.field) || a.i - b.i)
      .map(({ field }) => rename(field, readString(renamed[field.displayName])));
    return { ...frame, fields: ordered };
  });
};

export function rename(field: Field, name: string): Field {
  return name ? { ...field, options: { ...field.options, displayName: name } } : field;
}

function truthyKeys(json: unknown): Set<string> {
  return new Set(Object.entries(readObject(json)).flatMap(([name, value]) => (value ? [name] : [])));
}
