import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readDashboard } from "../read-dashboard";
import { readNumber } from "../read-json";
import type { DashboardDocument, ReadPanel } from "../reading-model";
import { replacePanel } from "./panels";
import { upgradeRows } from "./rows";
import { upgradePanel } from "./upgrade-panel";

/** From this version on Grafana does not look for rows; all that comes after, it still migrates by itself. */
const gridVersion = 16;

/** Panels that are stored in a form of before, and drawn as what they would become. */
function findOldPanels(panels: readonly ReadPanel[]): ReadPanel[] {
  return panels.filter(({ type, storedType, raw }) => type !== storedType || hasOldOptions(type, raw));
}

/** Tables and heatmaps kept their names when their options moved. */
function hasOldOptions(type: string, raw: JsonObject): boolean {
  if (type === "table") return Array.isArray(raw.styles) && !isJsonObject(raw.fieldConfig);
  return type === "heatmap" && raw.dataFormat !== undefined && !isJsonObject(raw.options);
}

export function hasOldShapes(document: DashboardDocument, panels: readonly ReadPanel[]): boolean {
  return findOldPanels(panels).length > 0 || upgradeRows(document) !== document;
}

/** The whole dashboard in today's form: rows on the grid, every panel as it is drawn, all else as it was. */
export function upgradeDashboard(document: DashboardDocument): DashboardDocument {
  const grid = upgradeRows(document);
  const old = findOldPanels(readDashboard(grid).panels);
  const upgraded = old.reduce((before, panel) => replacePanel(before, panel.path, upgradePanel(panel)), grid);
  if (upgraded === document) return document;
  const version = readNumber(document.schemaVersion) ?? 0;
  return version < gridVersion ? { ...upgraded, schemaVersion: gridVersion } : upgraded;
}
