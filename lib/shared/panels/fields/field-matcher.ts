import type { ReadOverride } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject } from "@/lib/shared/json";
import { reduceValues } from "@/lib/shared/panels/reduce";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { compareValues } from "./compare-values";
import type { DataFrame, Field } from "./data-frame";

export type FieldMatcher = (field: Field, frame: DataFrame) => boolean;

const makers: Record<string, (options: unknown) => FieldMatcher> = {
  byName: (options) => byNames([String(options ?? "")]),
  byNames: (options) => {
    if (!isJsonObject(options)) return never;
    const matches = byNames(texts(options.names));
    return options.mode === "exclude" ? (field, frame) => !matches(field, frame) : matches;
  },
  byRegexp: (options) => byRegexp(String(options ?? "")),
  byRegexpOrNames: (options) => {
    if (!isJsonObject(options)) return never;
    const named = byNames(texts(options.names));
    const matched = byRegexp(String(options.pattern ?? ""));
    return (field, frame) => named(field, frame) || matched(field, frame);
  },
  byFrameRefID: (options) => (field, frame) => (field.refId ?? frame.refId) === options,
  byType: (options) => (field) => field.type === options,
  byTypes: (options) => (field) => texts(options).includes(field.type),
  numeric: () => (field) => field.type === "number",
  time: () => (field) => field.type === "time",
  byValue: (options) => {
    if (!isJsonObject(options) || typeof options.reducer !== "string" || !options.reducer) return never;
    const { reducer, op, value } = options;
    return (field) => {
      const reduced = reduceValues(field.values, reducer);
      if (reducer === "allIsNull" || reducer === "allIsZero") return Boolean(reduced);
      return compareValues(reduced, typeof op === "string" && op ? op : "==", value);
    };
  },
  first: () => (field, frame) => frame.fields[0] === field,
  firstTimeField: () => (field, frame) => frame.fields.find((other) => other.type === "time") === field,
};

/** Null for a matcher that is not known: such an override changes nothing. */
export function fieldMatcher(matcher: ReadOverride["matcher"]): FieldMatcher | null {
  return Object.hasOwn(makers, matcher.id) ? (makers[matcher.id]?.(matcher.options) ?? null) : null;
}

const never: FieldMatcher = () => false;

function byNames(names: string[]): FieldMatcher {
  const wanted = new Set(names);
  const timeAlias = wanted.has("Time") || wanted.has("time");
  return (field) => {
    if (wanted.has(field.name) && field.legendName === undefined) return true;
    if (wanted.has(field.displayName) || wanted.has(field.name)) return true;
    return timeAlias && field.type === "time";
  };
}

function byRegexp(pattern: string): FieldMatcher {
  const regex = pattern ? safeRegex(pattern) : null;
  return (field) => regex?.test(field.displayName) ?? false;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
