import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { canonicalJson } from "./canonical-content";
import type { FieldChange } from "./dashboard-diff";

const maxText = 300;

/** Every field that differs, by path. Lists of things with a name (targets, variables, overrides) are compared by it. */
export function diffFields(
  before: Json | undefined,
  after: Json | undefined,
  path: string[] = [],
): FieldChange[] {
  if (canonicalJson(before) === canonicalJson(after) && (before === undefined) === (after === undefined))
    return [];
  if (isJsonObject(before) && isJsonObject(after)) return diffObjects(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const named = diffNamed(before, after, path);
    if (named) return named;
    if (before.length === after.length && before.every(isContainer)) {
      return before.flatMap((item, index) => diffFields(item, after[index], [...path, String(index + 1)]));
    }
  }
  return [{ path: path.join(" › "), before: textOf(before), after: textOf(after) }];
}

function diffObjects(before: JsonObject, after: JsonObject, path: string[]): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => diffFields(before[key], after[key], [...path, key]));
}

const nameKeys = ["refId", "name", "id"] as const;

function diffNamed(before: Json[], after: Json[], path: string[]): FieldChange[] | null {
  const key = nameKeys.find((candidate) => isNamed(before, candidate) && isNamed(after, candidate));
  if (key === undefined) return null;
  const byName = (list: Json[]) =>
    new Map(list.filter(isJsonObject).map((item) => [String(item[key]), item]));
  const [old, now] = [byName(before), byName(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    diffFields(old.get(name), now.get(name), [...path.slice(0, -1), `${path.at(-1) ?? ""} ${name}`.trim()]),
  );
  if (changes.length > 0) return changes;
  return [{ path: path.join(" › "), before: [...old.keys()].join(", "), after: [...now.keys()].join(", ") }];
}

function isNamed(list: Json[], key: string): boolean {
  const names = list.map((item) => (isJsonObject(item) ? item[key] : undefined));
  const usable = names.every((name) => typeof name === "string" || typeof name === "number");
  return list.length > 0 && usable && new Set(names.map(String)).size === list.length;
}

const isContainer = (value: Json) => typeof value === "object" && value !== null;

function textOf(value: Json | undefined): string | null {
  if (value === undefined) return null;
  const text = typeof value === "string" ? value : canonicalJson(value);
  return text.length > maxText ? `${text.slice(0, maxText)}…` : text;
}
