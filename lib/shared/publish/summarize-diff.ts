import { canonicalJson } from "@/lib/shared/canonical-json";
import { diffDashboards, type ItemChange } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { isPlace, type NamedChange } from "@/lib/shared/dashboards/diff/named-change";
import type { Json, JsonObject } from "@/lib/shared/json";
import type { DashboardDiff, FieldChange, PanelChange } from "./dashboard-diff";

const maxPanels = 200;
const maxFields = 40;
const maxText = 300;

/** The differences of two documents in a size that can be stored and shown; what is left out is counted. */
export function summarizeDiff(before: JsonObject | null, after: JsonObject): DashboardDiff {
  const diff = diffDashboards(before ?? {}, after);
  // Of a new dashboard every setting is new, which tells nothing.
  const settings =
    before === null ? [] : [...diff.settings.map(toField), ...diff.variables.flatMap(variableFields)];
  const panels = diff.panels.map(toPanel);
  const shown = panels
    .slice(0, maxPanels)
    .map((panel) => ({ ...panel, fields: panel.fields.slice(0, maxFields) }));
  const omitted = count(settings.length, panels) - count(Math.min(settings.length, maxFields), shown);
  return { settings: settings.slice(0, maxFields), panels: shown, omitted };
}

function count(settings: number, panels: PanelChange[]): number {
  return panels.reduce((sum, { fields }) => sum + Math.max(1, fields.length), settings);
}

function toPanel({ kind, name, panelId, isRow, changes }: ItemChange): PanelChange {
  const isMoved = kind === "changed" && changes.every(isPlace);
  return {
    panelId: panelId ?? null,
    title: name,
    ...(isRow ? { isRow } : {}),
    change: isMoved ? "moved" : kind,
    fields: changes.map(toField),
  };
}

function variableFields({ kind, name, changes }: ItemChange): FieldChange[] {
  if (kind === "added") return [{ path: `variable ${name}`, before: null, after: "added" }];
  if (kind === "removed") return [{ path: `variable ${name}`, before: "removed", after: null }];
  return changes.map((change) => ({ ...toField(change), path: `variable ${name} › ${change.what}` }));
}

function toField({ what, before, after }: NamedChange): FieldChange {
  return { path: what, before: textOf(before), after: textOf(after) };
}

/** A value as one line of at most 300 characters; null for what is not there. */
export function textOf(value: Json | undefined): string | null {
  if (value === undefined) return null;
  const text = typeof value === "string" ? value : canonicalJson(value);
  return text.length > maxText ? `${text.slice(0, maxText)}…` : text;
}
