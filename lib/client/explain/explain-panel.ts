import { callApi, tenantApi } from "@/lib/client/api-client";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";

export interface PanelQuestion {
  tenant: string;
  dashboardUid: string | null;
  range: { fromMs: number; toMs: number };
  variables: Record<string, string | string[]>;
  panelId: number;
  maxDataPoints: number;
  /** The panel as drafted; stored panels are read by the server. */
  panel?: Record<string, unknown>;
  scopedVariables: Record<string, string>;
  refId?: string;
}

let last: Promise<unknown> = Promise.resolve();

/** Finding a cause takes many small queries, so that a page asks for one panel after the other. */
export function explainPanel(question: PanelQuestion, signal: AbortSignal): Promise<EmptyExplanation> {
  const { tenant, dashboardUid, range, variables, refId, ...panel } = question;
  const uid = dashboardUid === null ? {} : { dashboardUid };
  const next = last.then(() => {
    signal.throwIfAborted();
    return callApi<EmptyExplanation>(tenantApi(tenant, "panels/explain"), {
      method: "POST",
      body: { ...uid, ...range, variables, refId, panels: [panel] },
      signal,
    });
  });
  last = next.catch(() => undefined);
  return next;
}
