import { callApi, tenantApi } from "@/lib/client/api-client";
import type { DatasourceRef } from "@/lib/shared/dashboards/reading-model";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import type { TimeRange } from "@/lib/shared/time/time-range";

interface ExplainQuestion {
  tenant: string;
  datasource: string;
  expr: string;
  range: TimeRange;
}

let last: Promise<unknown> = Promise.resolve();

/** Finding a cause takes many small queries, so that a page asks for one panel after the other. */
export function explainEmpty(question: ExplainQuestion, signal: AbortSignal): Promise<EmptyExplanation> {
  const { tenant, datasource, expr, range } = question;
  const path = tenantApi(tenant, `datasources/${encodeURIComponent(datasource)}/prometheus/explain`);
  const next = last.then(() => {
    signal.throwIfAborted();
    return callApi<EmptyExplanation>(path, { method: "POST", body: { expr, ...range }, signal });
  });
  last = next.catch(() => undefined);
  return next;
}

/** The datasource as the gateway is asked for it; what is not named or not filled in is the tenant's default. */
export function askedDatasource(ref: DatasourceRef | null, interpolate: (text: string) => string): string {
  const uid = interpolate(ref?.uid ?? "");
  return uid === "" || uid.includes("$") ? "default" : uid;
}
