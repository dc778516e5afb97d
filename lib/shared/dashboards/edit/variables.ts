import { readArray } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import { getAt } from "./json-path";
import { setInDocument } from "./set-in-document";

const listPath = ["templating", "list"];

export function listVariables(document: DashboardDocument): Json[] {
  return readArray(getAt(document, listPath));
}

export function withVariables(document: DashboardDocument, list: Json[]): DashboardDocument {
  return setInDocument(document, listPath, list);
}

/** Why a name cannot be a variable's, as a sentence; null when it can. */
export function variableNameProblem(name: string, others: readonly string[]): string | null {
  if (name === "") return "Give the variable a name.";
  if (!/^\w+$/.test(name)) return "Use letters, digits and underscores only.";
  if (name.startsWith("__")) return "Names that start with two underscores belong to Grafana.";
  if (others.includes(name)) return "Another variable has this name.";
  return null;
}

/** What a new variable of a type holds in Grafana's form. */
export function newVariable(type: string, name: string): JsonObject {
  const shared: JsonObject = { name, type, label: "", hide: 0, skipUrlSync: false };
  if (type === "query") {
    return {
      ...shared,
      datasource: null,
      definition: "",
      query: "",
      refresh: 2,
      regex: "",
      sort: 1,
      multi: false,
      includeAll: false,
      allValue: null,
      current: {},
      options: [],
    };
  }
  if (type === "interval") {
    return {
      ...shared,
      query: "1m,5m,10m,30m,1h",
      auto: false,
      auto_count: 30,
      auto_min: "10s",
      refresh: 2,
      current: { text: "5m", value: "5m" },
      options: [],
    };
  }
  if (type === "adhoc") return { ...shared, datasource: null, filters: [] };
  if (type === "datasource")
    return {
      ...shared,
      query: "prometheus",
      regex: "",
      refresh: 1,
      multi: false,
      includeAll: false,
      current: {},
      options: [],
    };
  return {
    ...shared,
    query: "",
    current: {},
    options: [],
    ...(type === "custom" && { multi: false, includeAll: false, allValue: null }),
  };
}
