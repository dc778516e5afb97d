import { readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, type Field, newField } from "@/lib/shared/panels/fields/data-frame";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { fieldCalled } from "./frame-rows";
import { typeOf } from "./reduce";
import type { Transformer } from "./transformer";

/** Columns out of texts that hold several values: JSON, `key=value` pairs (labels too), or groups of a pattern. */
export const extractFields: Transformer = (frames, options) => {
  const name = readString(options.source);
  const parse = parserOf(readString(options.format, "auto"), readString(options.regExp));
  return frames.map((frame) => {
    const source = fieldCalled(frame, name);
    if (!source) return frame;
    const kept =
      options.replace === true
        ? frame.fields.filter((field) => options.keepTime === true && field.type === "time")
        : frame.fields;
    return { ...frame, shape: "table" as const, fields: [...kept, ...extracted(source, frame, parse)] };
  });
};

type Parse = (text: string) => Record<string, unknown>;

function extracted(source: Field, frame: DataFrame, parse: Parse): Field[] {
  const rows = Array.from({ length: frame.length }, (_, row) => {
    const value = source.values[row];
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
    return typeof value === "string" ? parse(value) : {};
  });
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.map((name) => {
    const values = rows.map((row) => row[name] ?? null);
    return newField({ name, type: typeOf(values), values });
  });
}

function parserOf(format: string, pattern: string): Parse {
  if (format === "json") return fromJson;
  if (format === "kvp") return fromPairs;
  if (format === "regexp") return (text) => ({ ...safeRegex(pattern)?.exec(text)?.groups });
  return (text) =>
    text.trim().startsWith("{") && !/^\{\s*\w+=/.test(text.trim()) ? fromJson(text) : fromPairs(text);
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function fromPairs(text: string): Record<string, unknown> {
  const pairs = text.matchAll(/([\w.:-]+)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|([^,\s{}]+))/g);
  return Object.fromEntries([...pairs].map(([, key, quoted, bare]) => [key, quoted ?? bare]));
}
