import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json } from "@/lib/shared/json";

/** One difference between two documents; `before` is undefined for what was added, `after` for what was removed. */
export interface LeafChange {
  path: JsonPath;
  before?: Json;
  after?: Json;
}

export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}

/** The smallest differences of two values: keys of objects one by one, lists as a whole when their lengths differ. */
export function leafChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: JsonPath = [],
): LeafChange[] {
  if (isSameJson(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      leafChanges(
        Object.hasOwn(before, key) ? before[key] : undefined,
        Object.hasOwn(after, key) ? after[key] : undefined,
        [...path, key],
      ),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => leafChanges(item, after[index], [...path, index]));
  }
  return [{ path, before, after }];
}
