import type { MappedResult, ReadMapping } from "@/lib/shared/dashboards/reading-model";
import { safeRegex } from "@/lib/shared/panels/safe-regex";

/** The first mapping that fits the value; null when none does. */
export function mappedResult(mappings: ReadMapping[] | undefined, value: unknown): MappedResult | null {
  for (const mapping of mappings ?? []) {
    const result = resultOf(mapping, value);
    if (result) return result;
  }
  return null;
}

function resultOf(mapping: ReadMapping, value: unknown): MappedResult | null {
  if (mapping.type === "special") return isSpecial(mapping.match, value) ? mapping.result : null;
  if (value === null || value === undefined) return null;
  if (mapping.type === "value") {
    const key = String(value);
    return Object.hasOwn(mapping.options, key) ? (mapping.options[key] ?? null) : null;
  }
  if (mapping.type === "range") return isInRange(mapping, value) ? mapping.result : null;
  return typeof value === "string" ? regexResult(mapping.pattern, mapping.result, value) : null;
}

function isInRange(mapping: { from: number | null; to: number | null }, value: unknown): boolean {
  const number = Number.parseFloat(String(value));
  if (Number.isNaN(number)) return false;
  return (
    number >= (mapping.from ?? Number.NEGATIVE_INFINITY) && number <= (mapping.to ?? Number.POSITIVE_INFINITY)
  );
}

function regexResult(pattern: string, result: MappedResult, value: string): MappedResult | null {
  const regex = safeRegex(pattern);
  if (!regex?.test(value)) return null;
  return result.text === undefined ? result : { ...result, text: value.replace(regex, result.text) };
}

function isSpecial(match: string, value: unknown): boolean {
  const isNull = value === null || value === undefined;
  const notNumber = typeof value === "number" && Number.isNaN(value);
  switch (match) {
    case "null":
      return isNull;
    case "nan":
      return notNumber;
    case "null+nan":
      return isNull || notNumber;
    case "true":
      return value === true || value === "true";
    case "false":
      return value === false || value === "false";
    case "empty":
      return value === "";
    default:
      return false;
  }
}
