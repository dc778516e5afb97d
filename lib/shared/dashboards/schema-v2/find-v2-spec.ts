import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/** `dashboard.grafana.app/...`: the group of Grafana's resources. */
export function isDashboardResource({ apiVersion, spec, kind }: JsonObject): boolean {
  if (!isJsonObject(spec)) return false;
  const isGrafanas = typeof apiVersion === "string" && apiVersion.startsWith("dashboard.grafana.app/");
  return isGrafanas || kind === "Dashboard" || kind === "DashboardWithAccessInfo";
}

function isSpec(value: unknown): value is JsonObject {
  return isJsonObject(value) && isJsonObject(value.elements) && isJsonObject(value.layout);
}

/** The spec of a document in Grafana's schema v2, bare or as a resource; null for the classic model. */
export function findV2Spec(document: JsonObject): JsonObject | null {
  if (isSpec(document) && !Array.isArray(document.panels)) return document;
  if (!isDashboardResource(document)) return null;
  const { apiVersion, spec } = document;
  const saysV2 = typeof apiVersion === "string" && /\/v([2-9]|\d\d)/.test(apiVersion);
  return isJsonObject(spec) && (saysV2 || isSpec(spec)) ? spec : null;
}

export function isV2Document(document: JsonObject): boolean {
  return findV2Spec(document) !== null;
}
