import { readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { identityOf } from "./read-alerts";

/** What an alert's rule says for people, and where it leads. */
export interface AlertDetails {
  summary: string;
  description: string;
  /** As the rule names it, which may be a file or a page of some wiki. */
  runbook: string;
  /** Only where a browser may open it. */
  runbookHref: string | null;
  dashboardUid: string | null;
  /** Its id or title, as the rule names it. */
  panel: string | null;
}

/** The annotations of every active alert, out of Prometheus' list of them, by the alert's name and labels. */
export function alertDetails(answer: unknown): Map<string, AlertDetails> {
  const alerts = isJsonObject(answer) ? readObjects(answer.alerts) : [];
  return new Map(
    alerts.map(({ labels, annotations }) => [
      identityOf(readLabels(labels)),
      detailsOf(readObject(annotations)),
    ]),
  );
}

/** The panel that a rule names by id or title. */
export function findNamedPanel<Panel extends { id: number; title: string }>(
  panels: readonly Panel[],
  name: string | null,
): Panel | undefined {
  const wanted = name?.trim().toLowerCase();
  return wanted
    ? panels.find(({ id, title }) => String(id) === wanted || title.trim().toLowerCase() === wanted)
    : undefined;
}

function readLabels(json: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(readObject(json)).map(([name, value]) => [name, String(value)]));
}

function detailsOf(annotations: JsonObject): AlertDetails {
  const text = (...names: string[]) =>
    names.map((name) => readString(annotations[name]).trim()).find(Boolean) ?? "";
  const runbook = text("runbook_url", "runbook");
  const dashboard = text("__dashboardUid__", "dashboard", "dashboard_url", "dashboard_uid");
  const uid = /\/d\/([\w-]+)/.exec(dashboard)?.[1] ?? dashboard;
  return {
    summary: text("summary", "title"),
    description: text("description", "message"),
    runbook,
    runbookHref: /^https?:\/\//i.test(runbook) ? runbook : null,
    dashboardUid: /^[\w-]{1,40}$/.test(uid) ? uid : null,
    panel: text("__panelId__", "panel", "panel_id") || null,
  };
}
