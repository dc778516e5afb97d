import type { Json, JsonObject } from "@/lib/shared/json";
import { canonicalJson } from "./canonical-content";
import type { DashboardDiff, PanelChange } from "./dashboard-diff";
import { diffFields } from "./diff-fields";
import { allPanels } from "./to-grafana-dashboard";

const maxPanels = 200;
const maxFields = 40;
const notSettings = new Set(["panels", "rows", "id", "uid", "version", "iteration"]);

/** What a person sees change between two documents: the dashboard's own settings, and panel by panel. */
export function diffDashboards(before: JsonObject, after: JsonObject): DashboardDiff {
  const panels = diffPanels(before, after);
  const settings = diffFields(withoutPanels(before), withoutPanels(after));
  const shown = panels
    .slice(0, maxPanels)
    .map((panel) => ({ ...panel, fields: panel.fields.slice(0, maxFields) }));
  const total = settings.length + panels.reduce((sum, { fields }) => sum + Math.max(1, fields.length), 0);
  const listed =
    Math.min(settings.length, maxFields) +
    shown.reduce((sum, { fields }) => sum + Math.max(1, fields.length), 0);
  return { settings: settings.slice(0, maxFields), panels: shown, omitted: total - listed };
}

function diffPanels(before: JsonObject, after: JsonObject): PanelChange[] {
  const old = panelsByKey(before);
  const now = panelsByKey(after);
  const changes: PanelChange[] = [];
  for (const [key, panel] of now) {
    const previous = old.get(key);
    if (!previous) changes.push(summarize(panel, "added"));
    else if (canonicalJson(previous) !== canonicalJson(panel)) changes.push(compare(previous, panel));
  }
  for (const [key, panel] of old) if (!now.has(key)) changes.push(summarize(panel, "removed"));
  return changes;
}

function compare(before: JsonObject, after: JsonObject): PanelChange {
  const content = diffFields(without(before, "gridPos"), without(after, "gridPos"));
  if (content.length === 0) {
    const fields = diffFields(before.gridPos, after.gridPos, ["position"]);
    return { ...summarize(after, "moved"), fields };
  }
  const place = diffFields(before.gridPos, after.gridPos, ["position"]);
  return { ...summarize(after, "changed"), fields: [...content, ...place] };
}

function summarize(panel: JsonObject, change: PanelChange["change"]): PanelChange {
  return {
    panelId: typeof panel.id === "number" ? panel.id : null,
    title: textOr(panel.title, "(no title)"),
    type: textOr(panel.type, ""),
    change,
    fields: [],
  };
}

/** By id; panels without one, or with one that is taken, by type and title. Panels of a collapsed row are their own. */
function panelsByKey(document: JsonObject): Map<string, JsonObject> {
  const result = new Map<string, JsonObject>();
  for (const panel of allPanels(document)) {
    let key = typeof panel.id === "number" ? `id ${panel.id}` : `${panel.type} ${panel.title}`;
    while (result.has(key)) key += "'";
    result.set(key, without(panel, "panels"));
  }
  return result;
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function withoutPanels(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !notSettings.has(key)));
}

const textOr = (value: Json | undefined, fallback: string) =>
  typeof value === "string" && value !== "" ? value : fallback;
