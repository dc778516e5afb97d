import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { checkValues } from "./check-values";

type Confinable = Pick<PanelBatchRequest, "fromMs" | "toMs" | "variables"> &
  Partial<Pick<PanelBatchRequest, "panels">>;

interface Asked<Request> {
  request: Request;
  dashboard: ReadDashboard | null;
  datasources: readonly PrometheusDatasource[];
  signal?: AbortSignal;
}

/**
 * The request of somebody who may run only what the dashboard holds, its values checked; of others as it is.
 * @throws AppError FORBIDDEN for a value that no variable offers
 */
export async function confineRequest<Request extends Confinable>(
  ctx: TenantContext,
  { request, dashboard, datasources, signal }: Asked<Request>,
): Promise<Request> {
  if (mayQueryFreely(ctx)) return request;
  const { fromMs, toMs } = request;
  const { panels = [] } = request;
  const { values, scoped } = await checkValues({
    variables: dashboard?.variables ?? [],
    values: request.variables,
    scoped: panels.map(({ scopedVariables }) => scopedVariables ?? {}),
    datasources,
    range: { fromMs, toMs },
    signal,
  });
  const confined = panels.map((panel, index) => ({ ...panel, scopedVariables: scoped[index] }));
  return { ...request, variables: values, ...(request.panels ? { panels: confined } : {}) };
}
