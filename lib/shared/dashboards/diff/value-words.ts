import { readMappingRows } from "@/lib/shared/dashboards/edit/mappings";
import { isJsonObject, type Json } from "@/lib/shared/json";

/** A value as it is told: text and numbers as they are, everything else in words. */
export function toldValue(value: Json | undefined): Json | undefined {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (value === null) return "none";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    return value.length === 0 ? "none" : value.join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : value;
}

/** `green, 80 red`: the colour of the base first, then where each further one begins. */
export function thresholdWords(value: Json): string {
  const steps = isJsonObject(value) && Array.isArray(value.steps) ? value.steps.filter(isJsonObject) : [];
  const words = steps.map(({ value: from, color }, index) =>
    [index === 0 || from === undefined || from === null ? "" : String(from), textOf(color)].join(" ").trim(),
  );
  const mode = isJsonObject(value) && value.mode === "percentage" ? " (in percent)" : "";
  return `${words.join(", ") || "none"}${mode}`;
}

/** A datasource by its uid, a string by itself. */
export function datasourceWords(value: Json): string {
  if (!isJsonObject(value)) return value === null ? "default" : textOf(value);
  return textOf(value.uid) || textOf(value.type) || JSON.stringify(value);
}

/** A colour by what it is, not how it is stored. */
export function colorWords(value: Json): string {
  if (!isJsonObject(value)) return textOf(value);
  const { mode, fixedColor } = value;
  return mode === "fixed" && fixedColor ? textOf(fixedColor) : textOf(mode) || JSON.stringify(value);
}

export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `0 → Down, 1 to 5 → Some`. */
export function mappingWords(value: Json): string {
  const rows = readMappingRows(value).map(({ kind, match, until, text, color }) => {
    const from = kind === "range" ? `${match || "any"} to ${until || "any"}` : match;
    return `${from} → ${[text, color].filter(Boolean).join(" ")}`;
  });
  return rows.join(", ") || "none";
}
