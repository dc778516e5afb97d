import type { Json, JsonObject } from "@/lib/shared/json";

const bookkeeping = new Set(["id", "version", "iteration"]);

/** One text for equal content: keys in order, without what Grafana counts up by itself. */
export function canonicalContent(document: JsonObject): string {
  const kept = Object.fromEntries(Object.entries(document).filter(([key]) => !bookkeeping.has(key)));
  return canonicalJson(kept);
}

export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === undefined || value === null || typeof value !== "object")
    return JSON.stringify(value ?? null);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${parts.join(",")}}`;
}
