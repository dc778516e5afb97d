import type { Json } from "@/lib/shared/json";
import { colorWords, mappingWords, thresholdWords, toldValue } from "./value-words";

const words: Record<string, (value: Json) => string> = {
  color: colorWords,
  thresholds: thresholdWords,
  mappings: mappingWords,
};

/** The value of a property of a field, as it is told. */
export function propertyWords(id: string, value: Json | undefined): Json {
  if (value === undefined) return "no value";
  const told = Object.hasOwn(words, id) ? words[id]?.(value) : undefined;
  return told ?? toldValue(value) ?? "no value";
}
