import { canonicalJson } from "@/lib/shared/canonical-json";
import type { JsonObject } from "@/lib/shared/json";

const bookkeeping = new Set(["id", "version", "iteration"]);

/** One text for equal content: keys in order, without what Grafana counts up by itself. */
export function canonicalContent(document: JsonObject): string {
  const kept = Object.fromEntries(Object.entries(document).filter(([key]) => !bookkeeping.has(key)));
  return canonicalJson(kept);
}
