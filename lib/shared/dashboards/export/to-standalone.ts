import type { JsonObject } from "@/lib/shared/json";
import { datasourceVariables, mapDatasources, variableOf } from "./map-datasources";

/**
 * The form for files that Grafana reads by itself: nothing asks for inputs there, so placeholders that no variable of
 * the dashboard fills become a datasource's uid.
 */
export function toStandalone(document: JsonObject, uid: string, datasourceUid: string): JsonObject {
  const variables = datasourceVariables(document);
  const { __inputs: _inputs, __requires: _requires, ...rest } = document;
  const mapped = mapDatasources(rest, (reference) => {
    const variable = variableOf(reference.uid);
    return variable !== null && !variables.has(variable) ? datasourceUid : undefined;
  });
  return { ...mapped, id: null, uid };
}
