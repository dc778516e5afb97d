import { isPrometheusType } from "@/lib/shared/prometheus/is-prometheus-type";
import type { PrometheusDatasource } from "./datasource";
import { pickDatasource } from "./find-datasource";
import { GatewayError } from "./gateway-error";
import type { PlannedTarget } from "./plan-panel";

/** The datasource that a target means; one that does not exist here stands for the tenant's default. */
export function chooseDatasource(
  { datasource: { type, uid } }: PlannedTarget,
  datasources: readonly PrometheusDatasource[],
): { datasource: PrometheusDatasource; warning?: string } {
  if (type !== undefined && !isPrometheusType(type) && type !== "default" && !type.includes("$")) {
    throw new GatewayError(
      "not_found",
      `This query is for a datasource of type ${type}. Only Prometheus is asked here.`,
    );
  }
  const picked = pickDatasource(datasources, uid);
  if (picked) return { datasource: picked };
  const [fallback] = datasources;
  if (!fallback)
    throw new GatewayError("not_found", "This tenant has no datasource yet. An administrator can add one.");
  return {
    datasource: fallback,
    warning: `There is no datasource "${uid}" here; "${fallback.name}" was asked instead.`,
  };
}
