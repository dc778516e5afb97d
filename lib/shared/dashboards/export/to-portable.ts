import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { datasourceVariables, mapDatasources, variableOf } from "./map-datasources";

export interface KnownDatasource {
  uid: string;
  name: string;
}

/** Grafana's own rule: upper case, and only the first blank becomes an underscore. */
function inputName(name: string): string {
  return `DS_${name.replace(" ", "_").toUpperCase()}`;
}

function panelTypes(document: JsonObject): string[] {
  const types = new Set<string>();
  const visit = (list: Json | undefined) => {
    for (const panel of Array.isArray(list) ? list.filter(isJsonObject) : []) {
      if (typeof panel.type === "string" && panel.type !== "row") types.add(panel.type);
      visit(panel.panels);
    }
  };
  visit(document.panels);
  for (const row of Array.isArray(document.rows) ? document.rows.filter(isJsonObject) : []) visit(row.panels);
  return [...types].sort();
}

function requirementsOf(document: JsonObject): JsonObject[] {
  return [
    { type: "grafana", id: "grafana", name: "Grafana", version: "7.5.0" },
    { type: "datasource", id: "prometheus", name: "Prometheus", version: "1.0.0" },
    ...panelTypes(document).map((id) => ({ type: "panel", id, name: id, version: "" })),
  ];
}

/** What was declared and is asked for still: constants, and datasources of other kinds. */
function keptInputs(
  old: Json | undefined,
  rest: JsonObject,
  made: ReadonlyMap<string, string>,
): JsonObject[] {
  const declared = Array.isArray(old) ? old.filter(isJsonObject) : [];
  const text = declared.length > 0 ? JSON.stringify(rest) : "";
  return declared.filter(({ type, name }) => {
    if (type !== "datasource") return true;
    return typeof name === "string" && !made.has(name) && text.includes(`\${${name}}`);
  });
}

/**
 * The form for sharing, as Grafana's "export for sharing externally": every Prometheus datasource is an input that the
 * importer chooses. Datasources of other kinds stay as they are.
 */
export function toPortable(document: JsonObject, known: readonly KnownDatasource[]): JsonObject {
  const labels = new Map<string, string>();
  const variables = datasourceVariables(document);
  const { __inputs: oldInputs, __requires: _old, __elements: elements, ...rest } = document;
  const mapped = mapDatasources(rest, ({ uid, type }) => {
    if (type !== null && type !== "prometheus") return undefined;
    const variable = variableOf(uid);
    if (variable !== null) {
      if (variable.startsWith("DS_") || !variables.has(variable))
        labels.set(variable, variable.replace(/^DS_/, ""));
      return undefined;
    }
    const label =
      known.find((datasource) => datasource.uid === uid || datasource.name === uid)?.name ?? "Prometheus";
    labels.set(inputName(label), label);
    return `\${${inputName(label)}}`;
  });
  const inputs = [...labels].map(([name, label]) => ({
    name,
    label,
    description: "",
    type: "datasource",
    pluginId: "prometheus",
    pluginName: "Prometheus",
  }));
  return {
    __inputs: [...inputs, ...keptInputs(oldInputs, rest, labels)],
    __elements: elements ?? {},
    __requires: requirementsOf(document),
    ...mapped,
    id: null,
  };
}
