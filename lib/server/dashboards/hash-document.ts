import { createHash } from "node:crypto";
import { isJsonObject, type Json } from "@/lib/shared/json";

function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key] ?? null)]),
  );
}

/** SHA-256 of a document, whatever the order of its keys. */
export function hashDocument(document: Json): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(document)))
    .digest("hex");
}
