import { readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument, DatasourceRef } from "@/lib/shared/dashboards/reading-model";

const prometheusTypes = new Set([
  "prometheus",
  "victoriametrics-metrics-datasource",
  "grafana-amazonprometheus-datasource",
  "grafana-azureprometheus-datasource",
]);
const otherNames =
  /^-- (dashboard|grafana) --$|^grafana$|loki|tempo|jaeger|zipkin|elastic|opensearch|influx|graphite|cloudwatch|clickhouse|mysql|postgres|testdata/i;

/** The type of the datasource that a reference means, as far as the document tells; null when it does not. */
export function datasourceTypes(document: DashboardDocument): (ref: DatasourceRef | null) => string | null {
  const byName = new Map<string, string>();
  for (const variable of readObjects(readObject(document.templating).list)) {
    if (variable.type === "datasource") byName.set(readString(variable.name), readString(variable.query));
  }
  for (const input of readObjects(document.__inputs)) {
    if (input.type === "datasource") byName.set(readString(input.name), readString(input.pluginId));
  }
  return (ref) => {
    if (ref?.type && ref.type !== "datasource") return ref.type;
    const uid = ref?.uid ?? "";
    const variable = /^(?:\$\{?|\[\[)([\w-]+)/.exec(uid)?.[1];
    if (variable !== undefined && byName.has(variable)) return byName.get(variable) || null;
    return otherNames.test(uid) ? uid : null;
  };
}

/** Whether a text with this reference is PromQL; what is not told counts as Prometheus. */
export function asksPrometheus(type: string | null): boolean {
  return type === null || prometheusTypes.has(type);
}
