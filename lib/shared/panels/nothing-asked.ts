import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isPrometheusType } from "@/lib/shared/prometheus/is-prometheus-type";

/** Words for a panel that has no query for Prometheus: it has none, or its queries are of another kind. */
export function nothingAsked({ datasource, targets }: Pick<ReadPanel, "datasource" | "targets">): string {
  const types = [datasource, ...targets.map((target) => target.datasource)].map((one) => one?.type ?? "");
  const foreign = types.find((type) => type !== "" && type !== "datasource" && !isPrometheusType(type));
  if (!foreign && targets.some(({ hidden, expr }) => hidden && expr.trim() !== ""))
    return "All queries of this panel are hidden.";
  return foreign && targets.length > 0
    ? `This panel asks a datasource of type ${foreign}. Only Prometheus is asked here.`
    : "This panel asks nothing yet: it has no query.";
}
