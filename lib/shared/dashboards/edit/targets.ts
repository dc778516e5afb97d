import { freeRefIds } from "@/lib/shared/dashboards/free-ref-ids";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

/** The first of A, B, ... Z, AA, AB, ... that no target has. */
export function nextRefId(targets: readonly Json[]): string {
  return freeRefIds(new Set(targets.map((target) => (isJsonObject(target) ? target.refId : undefined))))();
}

export function newTarget(targets: readonly Json[]): JsonObject {
  return { refId: nextRefId(targets), expr: "", legendFormat: "" };
}

/** The targets with a copy of one behind it, under a refId of its own. */
export function withCopy(targets: readonly Json[], index: number): Json[] {
  const target = targets[index];
  if (!isJsonObject(target)) return [...targets];
  return targets.toSpliced(index + 1, 0, { ...target, refId: nextRefId(targets) });
}
