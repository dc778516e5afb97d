import { readArray, readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";

export interface PanelAlert {
  state: "firing" | "pending" | "broken" | "normal";
  /** A line a rule, the most urgent first. */
  text: string;
}

const urgency: PanelAlert["state"][] = ["firing", "broken", "pending", "normal"];

/**
 * The alert rules of each panel: Prometheus' rules name it in their annotations, as Grafana's do (`__dashboardUid__` and
 * `__panelId__`), or as people write it (`dashboard`: uid or address, `panel`: id or title).
 */
export function panelAlerts(
  answers: readonly unknown[],
  uid: string,
  panels: readonly Pick<ReadPanel, "id" | "title">[],
): Map<number, PanelAlert> {
  const found = new Map<number, { state: PanelAlert["state"]; line: string }[]>();
  for (const rule of answers.flatMap(alertRules)) {
    const annotations = readObject(rule.annotations);
    if (!namesDashboard(annotations, uid)) continue;
    const panel = panels.find((one) => namesPanel(annotations, one));
    if (panel) found.set(panel.id, [...(found.get(panel.id) ?? []), ruleState(rule)]);
  }
  return new Map([...found].map(([id, rules]) => [id, joined(rules)]));
}

function alertRules(answer: unknown): JsonObject[] {
  const groups = isJsonObject(answer) ? readArray(answer.groups) : [];
  return groups
    .flatMap((group) => readObjects(readObject(group).rules))
    .filter(({ type }) => type === undefined || type === "alerting");
}

function namesDashboard(annotations: JsonObject, uid: string): boolean {
  const named = [annotations.__dashboardUid__, annotations.dashboard, annotations.dashboard_url].map(
    (value) => readString(value),
  );
  return named.some((text) => text === uid || `${text.replace(/[?#].*$/s, "")}/`.includes(`/d/${uid}/`));
}

function namesPanel(annotations: JsonObject, { id, title }: Pick<ReadPanel, "id" | "title">): boolean {
  const named = [annotations.__panelId__, annotations.panel, annotations.panel_id].map((value) =>
    readString(value).trim().toLowerCase(),
  );
  return named.some((text) => text !== "" && (text === String(id) || text === title.trim().toLowerCase()));
}

function ruleState(rule: JsonObject): { state: PanelAlert["state"]; line: string } {
  const name = readString(rule.name) || readString(rule.alert);
  if (rule.health === "err") {
    return { state: "broken", line: `${name} cannot be evaluated: ${readString(rule.lastError)}` };
  }
  const state = rule.state === "firing" || rule.state === "pending" ? rule.state : "normal";
  if (state === "normal") return { state, line: `${name}: not firing` };
  const active = readObjects(rule.alerts).filter((one) => one.state === state).length;
  const series = active > 1 ? ` (${active} series)` : "";
  return { state, line: `${name}: ${state}${series}` };
}

function joined(rules: { state: PanelAlert["state"]; line: string }[]): PanelAlert {
  const sorted = rules.toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));
  return {
    state: sorted[0]?.state ?? "normal",
    text: [...new Set(sorted.map(({ line }) => line))].join("\n"),
  };
}
