import { readNumber, readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
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
    const ordered =
      options.orderByMode === "auto"
        ? inOwnOrder(kept, readObjects(options.orderBy))
        : kept.toSorted((a, b) => place(a) - place(b));
    const named = ordered.map((field) => rename(field, readString(renamed[field.displayName])));
    return { ...frame, fields: named };
  });
};

/** The first time column, then by names or labels. */
function inOwnOrder(fields: Field[], orders: JsonObject[]): Field[] {
  const time = fields.find(({ type }) => type === "time");
  const textOf = (field: Field, { type, name }: JsonObject) =>
    type === "name" ? field.displayName : (field.labels?.[readString(name)] ?? "");
  const options = { sensitivity: "base", numeric: true } as const;
  const others = fields.filter((field) => field !== time);
  const sorted = others.toSorted((a, b) => {
    for (const order of orders) {
      const found = textOf(a, order).localeCompare(textOf(b, order), undefined, options);
      if (found !== 0) return order.desc === true ? -found : found;
    }
    return 0;
  });
  return [...(time ? [time] : []), ...sorted];
}

export function rename(field: Field, name: string): Field {
  return name ? { ...field, options: { ...field.options, displayName: name } } : field;
}

function truthyKeys(json: unknown): Set<string> {
  return new Set(Object.entries(readObject(json)).flatMap(([name, value]) => (value ? [name] : [])));
}
