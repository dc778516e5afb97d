import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { JsonPath } from "../edit/json-path";
import type { ImportFinding } from "./finding";

/** Keys that programs stumble over, wherever they stand. */
export function keyOddities(document: JsonObject): ImportFinding[] {
  const found: ImportFinding[] = [];
  const open: { value: Json; path: JsonPath }[] = [{ value: document, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    const entries: [string | number, Json][] = Array.isArray(value)
      ? value.map((item, i) => [i, item])
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, item] of entries) {
      const at = [...path, key];
      if (key === "$$hashKey") found.push(hashKey(at));
      else if (key === "__proto__") found.push(prototypeKey(at));
      if (typeof item === "object" && item !== null) open.push({ value: item, path: at });
    }
  }
  return found;
}

function hashKey(path: JsonPath): ImportFinding {
  const fix = { label: "Remove it", changes: [{ path }] };
  return {
    id: "angular-hash-key",
    severity: "info",
    path,
    message: "$$hashKey is a leftover of Angular.",
    fix,
  };
}

function prototypeKey(path: JsonPath): ImportFinding {
  const fix = { label: "Remove it", changes: [{ path }] };
  const message = 'A key is called "__proto__". It is kept as data; other programs may drop it.';
  return { id: "prototype-key", severity: "warning", path, message, fix };
}
