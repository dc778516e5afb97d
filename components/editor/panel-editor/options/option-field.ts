import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { Json } from "@/lib/shared/json";

export interface Choice {
  value: string;
  label: string;
}

interface FieldBase {
  label: string;
  /** Where the value stands in the panel. */
  path: JsonPath;
  /** Other places that must say the same, for other versions of Grafana. */
  also?: (value: Json | undefined) => [JsonPath, Json | undefined][];
  /** What to show where more than one place says it. */
  shown?: (valueAt: (path: JsonPath) => Json | undefined) => Json | undefined;
}

export type OptionField = FieldBase &
  (
    | { input: "choice"; choices: Choice[]; fallback: string; stored?: "number" | "flag" }
    | { input: "several"; choices: Choice[]; fallback?: undefined }
    | { input: "calculation"; choices: Choice[]; fallback?: undefined }
    | { input: "number"; min?: number; max?: number; step?: number; fallback?: number }
    | { input: "switch"; fallback?: boolean }
    | { input: "line"; fallback?: string; problem?: (text: string) => string | null }
    | { input: "text"; fallback?: string }
  );

export interface OptionGroup {
  title: string;
  fields: OptionField[];
  /** Closed until somebody opens it or a field of it has been set. */
  folded?: boolean;
}

/** Values with the words for them. */
export function choices(...pairs: [string, string][]): Choice[] {
  return pairs.map(([value, label]) => ({ value, label }));
}

/** A setting of all fields, which overrides may set for some. */
export function custom(...keys: [string, ...string[]]): JsonPath {
  return ["fieldConfig", "defaults", "custom", ...keys];
}

export function option(...keys: [string, ...string[]]): JsonPath {
  return ["options", ...keys];
}

/** What is stored of a choice: flags may be left to the panel. */
export function storedChoice(
  field: Extract<OptionField, { input: "choice" }>,
  chosen: string,
): Json | undefined {
  if (field.stored === "number") return Number(chosen);
  if (field.stored !== "flag") return chosen;
  return chosen === field.fallback ? undefined : chosen === "on";
}
