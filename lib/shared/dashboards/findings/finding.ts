import type { Json, JsonObject } from "@/lib/shared/json";
import { getAt, type JsonPath, removeAt, setAt } from "../edit/json-path";

export interface ImportFinding {
  /** The rule; many findings share it. */
  id: string;
  severity: "error" | "warning" | "info";
  path: JsonPath;
  message: string;
  /** What a person may have done about it; never done by itself. */
  fix?: ImportFix;
}

export interface ImportFix {
  label: string;
  changes: FixChange[];
}

/** Sets what stands at a path, or removes it when there is no value. */
export interface FixChange {
  path: JsonPath;
  value?: Json;
}

/** The document with the fixes of these findings. Lists shrink last, from their ends, so that paths stay true. */
export function applyFixes(document: JsonObject, findings: readonly ImportFinding[]): JsonObject {
  const changes = findings.flatMap(({ fix }) => fix?.changes ?? []);
  const sets = changes.filter(({ value }) => value !== undefined);
  const removals = changes.filter(({ value }) => value === undefined).toSorted(byLaterPath);
  let fixed: Json = document;
  for (const { path, value } of sets) if (value !== undefined) fixed = setAt(fixed, path, value);
  for (const { path } of removals) if (getAt(fixed, path) !== undefined) fixed = removeAt(fixed, path);
  return fixed as JsonObject;
}

function byLaterPath(one: FixChange, other: FixChange): number {
  for (let i = 0; i < Math.max(one.path.length, other.path.length); i++) {
    const [a, b] = [one.path[i], other.path[i]];
    if (a === b) continue;
    if (typeof a === "number" && typeof b === "number") return b - a;
    return other.path.length - one.path.length || String(b).localeCompare(String(a));
  }
  return 0;
}
