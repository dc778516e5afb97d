import type { PanelData } from "@/lib/shared/panels/panel-data";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";

type PanelRequest = PanelBatchRequest["panels"][number];

/** What the whole page asks with. */
export interface PageQuestion {
  tenant: string;
  dashboardUid: string | null;
  range: PanelData["range"];
  variables: PanelBatchRequest["variables"];
  timeZone?: string;
  /** Rises with every refresh. */
  refreshCount: number;
  /** False while nothing may be asked. */
  enabled: boolean;
  /** Variables whose values are not known yet: panels that use them wait. */
  pending?: readonly string[];
}

export interface PanelNeed {
  panelId: number;
  maxDataPoints: number;
  panel?: Record<string, unknown>;
  scopedVariables?: PanelRequest["scopedVariables"];
  enabled: boolean;
  /** It has no query (any more): what it showed is the answer to nothing. */
  asksNothing?: boolean;
  /** The variables that its queries mention; absent when it may be any. */
  uses?: readonly string[];
}

export function mayUse({ uses }: PanelNeed, name: string): boolean {
  return uses === undefined || uses.includes(name);
}

export function sameQuestion(a: PageQuestion, b: PageQuestion, need: PanelNeed): boolean {
  return a.refreshCount === b.refreshCount && sameValues(a.range, b.range) && samePage(a, b, need);
}

export function isRefresh(a: PageQuestion, b: PageQuestion, need: PanelNeed): boolean {
  const widthOf = ({ range }: PageQuestion) => range.toMs - range.fromMs;
  return a.refreshCount !== b.refreshCount && Math.abs(widthOf(a) - widthOf(b)) < 2 && samePage(a, b, need);
}

function samePage(a: PageQuestion, b: PageQuestion, need: PanelNeed): boolean {
  const isSame = a.tenant === b.tenant && a.dashboardUid === b.dashboardUid && a.timeZone === b.timeZone;
  return isSame && sameValues(usedValues(a, need), usedValues(b, need));
}

/** What holds for one repetition stands in its scoped values, whatever else is chosen. */
function usedValues({ variables }: PageQuestion, { uses, scopedVariables = {} }: PanelNeed): unknown {
  if (uses === undefined) return variables;
  return uses.filter((name) => !Object.hasOwn(scopedVariables, name)).map((name) => variables[name] ?? null);
}

export function sameValues(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? {}) === JSON.stringify(b ?? {});
}
