import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { isSameJson, leafChanges } from "./leaf-changes";
import type { Describe, NamedChange } from "./named-change";
import { toldValue } from "./value-words";

export interface Vocabulary {
  /** What is told in a way of its own, by its path. */
  told: Readonly<Record<string, Describe>>;
  /** What any other place is called. */
  word: (path: JsonPath) => string;
}

/** The differences of two values, key by key, each in the words for its place; none only for equal values. */
export function walkChanges(
  before: Json | undefined,
  after: Json | undefined,
  vocabulary: Vocabulary,
  path: JsonPath = [],
): NamedChange[] {
  if (isSameJson(before, after)) return [];
  const key = path.join(".");
  const describe = Object.hasOwn(vocabulary.told, key) ? vocabulary.told[key] : undefined;
  const changes = describe ? describe(before, after, path) : byKeys(before, after, vocabulary, path);
  if (changes.length > 0) return changes;
  return leafChanges(before, after, path).map((change) => ({
    what: vocabulary.word(change.path),
    path: change.path,
    before: toldValue(change.before),
    after: toldValue(change.after),
  }));
}

function byKeys(
  before: Json | undefined,
  after: Json | undefined,
  vocabulary: Vocabulary,
  path: JsonPath,
): NamedChange[] {
  const [old, now] = [objectOrNothing(before), objectOrNothing(after)];
  if (!old || !now) return [];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].flatMap((name) =>
    walkChanges(own(old, name), own(now, name), vocabulary, [...path, name]),
  );
}

function objectOrNothing(value: Json | undefined): JsonObject | null {
  if (value === undefined) return {};
  return isJsonObject(value) ? value : null;
}

export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
