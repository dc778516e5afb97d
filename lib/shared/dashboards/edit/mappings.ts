import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

/** One line of the mappings editor. */
export interface MappingRow {
  kind: "value" | "range" | "regex" | "special";
  /** The value, the pattern, the special match, or where the range starts. */
  match: string;
  /** Where the range ends. */
  until: string;
  text: string;
  color: string;
  /** The stored mapping it is of, with all that the line does not show; null for a new one. */
  source: { group: number; raw: JsonObject } | null;
}

/** `old` is Grafana 7's form: numeric types, no colours. */
export type MappingForm = "old" | "current";

const currentSince = 30;

/** A document keeps the form it has; one without mappings gets that of its schema version. */
export function mappingForm(mappings: Json | undefined, schemaVersion: Json | undefined): MappingForm {
  const list = listOf(mappings);
  if (list.length > 0) return list.some((mapping) => typeof mapping.type !== "string") ? "old" : "current";
  return typeof schemaVersion === "number" && schemaVersion < currentSince ? "old" : "current";
}

export function readMappingRows(mappings: Json | undefined): MappingRow[] {
  return listOf(mappings).flatMap((mapping, group) => readRows(mapping, group));
}

export function newMappingRow(kind: MappingRow["kind"]): MappingRow {
  return { kind, match: kind === "special" ? "null" : "", until: "", text: "", color: "", source: null };
}

export function writeMappingRows(rows: readonly MappingRow[], form: MappingForm): Json {
  if (form === "old") return rows.map(writeOld);
  const mappings: JsonObject[] = [];
  let group: number | null | undefined;
  rows.forEach((row, index) => {
    const last = mappings.at(-1);
    const continues =
      row.kind === "value" && last?.type === "value" && (row.source === null || row.source.group === group);
    const written = writeCurrent(row, index);
    if (continues && isJsonObject(last.options) && isJsonObject(written.options)) {
      last.options = { ...last.options, ...written.options };
    } else mappings.push(written);
    if (row.source) group = row.source.group;
  });
  return mappings;
}

function readRows(mapping: JsonObject, group: number): MappingRow[] {
  const options = isJsonObject(mapping.options) ? mapping.options : {};
  const result = isJsonObject(options.result) ? options.result : {};
  const shared = {
    until: "",
    text: text(result.text),
    color: text(result.color),
    source: { group, raw: mapping },
  };
  switch (mapping.type) {
    case "value":
      return Object.entries(options).map(([value, one]) => {
        const raw = isJsonObject(one) ? one : {};
        const [label, color] = [text(raw.text), text(raw.color)];
        return { kind: "value", match: value, until: "", text: label, color, source: { group, raw } };
      });
    case "range":
      return [{ ...shared, kind: "range", match: text(options.from), until: text(options.to) }];
    case "regex":
      return [{ ...shared, kind: "regex", match: text(options.pattern) }];
    case "special":
      return [{ ...shared, kind: "special", match: text(options.match) }];
    default:
      return [readOld(mapping, group)];
  }
}

function readOld(mapping: JsonObject, group: number): MappingRow {
  const isRange = mapping.type === 2 || (mapping.type !== 1 && ("from" in mapping || "to" in mapping));
  return {
    kind: isRange ? "range" : "value",
    match: text(isRange ? mapping.from : mapping.value),
    until: isRange ? text(mapping.to) : "",
    text: text(mapping.text),
    color: "",
    source: { group, raw: mapping },
  };
}

function writeOld(row: MappingRow, index: number): JsonObject {
  const raw = row.source?.raw ?? { id: index, operator: "" };
  const typed = { ...raw, type: raw.type ?? (row.kind === "range" ? 2 : 1) };
  const own: [string, string][] =
    row.kind === "range"
      ? [
          ["from", row.match],
          ["to", row.until],
        ]
      : [["value", row.match]];
  return withTexts(typed, [...own, ["text", row.text]]);
}

/** A value that reads the same stays as it is, a number for instance. */
function withTexts(stored: JsonObject, texts: [string, string][]): JsonObject {
  const changed = texts.filter(([key, value]) => text(stored[key]) !== value || !(key in stored));
  return { ...stored, ...Object.fromEntries(changed) };
}

function writeCurrent(row: MappingRow, index: number): JsonObject {
  const { kind, match, until } = row;
  const raw = row.source?.raw ?? {};
  if (kind === "value") {
    const fresh: JsonObject = row.source ? {} : { index };
    return { type: "value", options: { [match]: withResult({ ...fresh, ...raw }, row) } };
  }
  const options = isJsonObject(raw.options) ? raw.options : {};
  const stored = isJsonObject(options.result) ? options.result : { index };
  const result = withResult(stored, row);
  const own: JsonObject =
    kind === "range"
      ? { from: boundOf(options.from, match), to: boundOf(options.to, until) }
      : { [kind === "regex" ? "pattern" : "match"]: match };
  return { ...raw, type: kind, options: { ...options, ...own, result } };
}

function withResult(stored: JsonObject, row: MappingRow): JsonObject {
  const result = row.text === "" && !("text" in stored) ? stored : withTexts(stored, [["text", row.text]]);
  if (row.color !== "") return withTexts(result, [["color", row.color]]);
  const { color: _color, ...plain } = result;
  return "color" in result && text(result.color) !== "" ? plain : result;
}

function boundOf(stored: Json | undefined, value: string): Json {
  if (stored !== undefined && text(stored) === value) return stored;
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? null : number;
}

function text(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}

function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
