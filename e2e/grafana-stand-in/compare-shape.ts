import { isObject } from "./read-body.ts";
import type { Json } from "./types.ts";

/** Differences in kind between two answers: missing and added keys, other types; values may differ. */
export function compareShape(recorded: Json, actual: Json, path = "body"): string[] {
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    const [first] = recorded;
    const [other] = actual;
    return first === undefined || other === undefined ? [] : compareShape(first, other, `${path}[0]`);
  }
  if (isObject(recorded) && isObject(actual)) return compareKeys(recorded, actual, path);
  const kinds = [kindOf(recorded), kindOf(actual)];
  return kinds[0] === kinds[1] ? [] : [`${path} is ${kinds[1]}, recorded ${kinds[0]}`];
}

/** A recording marked as trimmed says nothing about the keys it does not hold; an empty object nothing at all. */
function compareKeys(recorded: Record<string, Json>, actual: Record<string, Json>, path: string): string[] {
  if (Object.keys(recorded).length === 0 || Object.keys(actual).length === 0) return [];
  const trimmed = "//" in recorded;
  const missing = Object.keys(recorded).filter((key) => key !== "//" && !(key in actual));
  const added = trimmed ? [] : Object.keys(actual).filter((key) => !(key in recorded));
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...added.map((key) => `${path}.${key} was not recorded`),
    ...Object.entries(recorded).flatMap(([key, value]) => {
      const other = actual[key];
      return key === "//" || other === undefined ? [] : compareShape(value, other, `${path}.${key}`);
    }),
  ];
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
