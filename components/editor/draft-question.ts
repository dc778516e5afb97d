import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

const askedKeys = ["id", "type", "datasource", "interval", "maxDataPoints", "timeFrom", "timeShift"];
/** Decide how an answer is drawn, not what is asked. */
const drawnKeys = new Set(["legendFormat", "format"]);

/** As whom a panel asks: where it shows another panel's queries, as that one. */
export function askedPanel({ raw, sharedFrom }: Pick<ReadPanel, "raw" | "sharedFrom">): JsonObject {
  return sharedFrom ? { ...sharedFrom.raw, id: raw.id ?? null, type: raw.type ?? null } : raw;
}

/** What of a panel decides its data, so that a change of its looks asks nothing. */
export function draftQuestion(panel: JsonObject): JsonObject {
  const asked = askedKeys.flatMap((key) => (panel[key] === undefined ? [] : [[key, panel[key]] as const]));
  return Object.fromEntries([...asked, ["targets", targetsOf(panel).map(toAsked)]]);
}

/**
 * The question with each expression that cannot be read, as happens while one types, in its last readable form.
 * `readable` remembers those by refId.
 */
export function withReadable(
  question: JsonObject,
  readable: Map<string, string>,
  isReadable: (expr: string) => boolean,
): JsonObject {
  const targets = targetsOf(question).map((target) => {
    if (!isJsonObject(target) || typeof target.expr !== "string") return target;
    const refId = String(target.refId);
    if (isReadable(target.expr)) {
      readable.set(refId, target.expr);
      return target;
    }
    return { ...target, expr: readable.get(refId) ?? target.expr };
  });
  return { ...question, targets };
}

function targetsOf(panel: JsonObject): Json[] {
  return Array.isArray(panel.targets) ? panel.targets : [];
}

function toAsked(target: Json): Json {
  if (!isJsonObject(target)) return target;
  return Object.fromEntries(Object.entries(target).filter(([key]) => !drawnKeys.has(key)));
}
