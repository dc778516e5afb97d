import { tenantApi } from "@/lib/client/api-client";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";

type PanelRequest = PanelBatchRequest["panels"][number];

/** What a script in the page's markup has sent, before any other code was there. */
export interface EarlyBatch {
  url: string;
  request: PanelBatchRequest;
  answer: Promise<Response>;
  leave: () => void;
}

declare global {
  interface Window {
    panelsmithEarly?: EarlyBatch;
  }
}

export interface TakenBatch extends Pick<EarlyBatch, "answer" | "leave"> {
  /** The panels that were not asked for early. */
  rest: PanelRequest[];
}

/** The early answer where it is one to the same question, given away once; what nobody wants is cancelled. */
export function takeEarlyBatch(
  tenant: string,
  request: PanelBatchRequest,
  place: Pick<Window, "panelsmithEarly"> | undefined = globalThis.window,
): TakenBatch | null {
  const early = place?.panelsmithEarly;
  if (!place || !early) return null;
  delete place.panelsmithEarly;
  const asked = new Set(early.request.panels.map((panel) => JSON.stringify(panel)));
  const rest = request.panels.filter((panel) => !asked.has(JSON.stringify(panel)));
  const isSame =
    early.url === tenantApi(tenant, "panels/query") && questionKey(early.request) === questionKey(request);
  if (isSame && rest.length < request.panels.length) return { ...early, rest };
  early.leave();
  return null;
}

function questionKey({ panels: _panels, ...question }: PanelBatchRequest): string {
  return JSON.stringify(Object.entries(question).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
