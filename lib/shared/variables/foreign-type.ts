import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { isPrometheusType } from "@/lib/shared/prometheus/is-prometheus-type";
import { variableNamesIn } from "./variable-scope";

/** The kind of datasource that a variable's query is meant for, where that is told and is no Prometheus; else null. */
export function foreignType({ datasource }: ReadVariable, variables: readonly ReadVariable[]): string | null {
  const [named] = variableNamesIn(datasource?.uid ?? "");
  const chosen = variables.find(({ type, name }) => type === "datasource" && name === named);
  const type = datasource?.type ?? chosen?.query ?? "";
  return type === "" || type === "datasource" || isPrometheusType(type) ? null : type;
}
