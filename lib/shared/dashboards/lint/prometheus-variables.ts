import { asksPrometheus } from "@/lib/shared/dashboards/queries/asks-prometheus";
import type { ReadDashboard, ReadVariable } from "@/lib/shared/dashboards/reading-model";

/** The variables with which a person chooses the Prometheus to ask. */
export function prometheusVariables({ variables }: ReadDashboard): ReadVariable[] {
  return variables.filter(({ type, query }) => type === "datasource" && asksPrometheus(query));
}
