import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import type { MappedResult, ReadMapping } from "./reading-model";

/** Value mappings of today, of Grafana 7 (numeric types) and of single stats (`valueMaps`, `rangeMaps`). */
export function readMappings(json: unknown): ReadMapping[] {
  return readObjects(json).flatMap(readMapping);
}

function readMapping(mapping: JsonObject): ReadMapping[] {
  const options = readObject(mapping.options);
  switch (mapping.type) {
    case "value":
      return [{ type: "value", options: readValueOptions(mapping.options) }];
    case "range":
      return [{ type: "range", ...bounds(options), result: readResult(options.result) }];
    case "regex":
      return [{ type: "regex", pattern: readString(options.pattern), result: readResult(options.result) }];
    case "special":
      return [{ type: "special", match: readString(options.match), result: readResult(options.result) }];
    default:
      return isJsonObject(mapping.options) ? [] : readOldMapping(mapping);
  }
}

/** Grafana 8.0 stored an array of `{value, text}` in a few panels. */
function readValueOptions(json: unknown): Record<string, MappedResult> {
  if (Array.isArray(json)) {
    return Object.fromEntries(readObjects(json).map((entry) => [readString(entry.value), readResult(entry)]));
  }
  return Object.fromEntries(
    Object.entries(readObject(json)).map(([value, result]) => [value, readResult(result)]),
  );
}

function readResult(json: unknown): MappedResult {
  const result = readObject(json);
  return compact({
    text: result.text === undefined || result.text === null ? undefined : readString(result.text),
    color: typeof result.color === "string" ? result.color : undefined,
    icon: typeof result.icon === "string" ? result.icon : undefined,
    index: readNumber(result.index),
  });
}

/** Types 1 (value) and 2 (range), told by shape where the type is missing. */
function readOldMapping(mapping: JsonObject): ReadMapping[] {
  const result = readResult(mapping);
  const isRange = mapping.type === 2 || (mapping.type !== 1 && ("from" in mapping || "to" in mapping));
  if (isRange) {
    if (mapping.from === "null" || mapping.to === "null") return [{ type: "special", match: "null", result }];
    return [{ type: "range", ...bounds(mapping), result }];
  }
  if (mapping.value === undefined || mapping.value === null) return [];
  const value = readString(mapping.value);
  if (value === "null") return [{ type: "special", match: "null", result }];
  return [{ type: "value", options: { [value]: result } }];
}

function bounds(json: JsonObject): { from: number | null; to: number | null } {
  return { from: readNumber(json.from) ?? null, to: readNumber(json.to) ?? null };
}

/** A single stat's maps: `mappingType` says which of its two lists counts. */
export function readSinglestatMappings(panel: JsonObject): ReadMapping[] {
  const useRanges =
    panel.mappingType === 2 || (panel.mappingType === undefined && readArray(panel.valueMaps).length === 0);
  const maps = readObjects(useRanges ? panel.rangeMaps : panel.valueMaps);
  return maps.flatMap((map) => readOldMapping({ ...map, type: useRanges ? 2 : 1 }));
}
