import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readCurrent } from "./read-current";
import { compact, readArray, readNumber, readString } from "./read-json";

/** Lists of alerts and dashboards kept their settings at the panel itself before Grafana 7 and 8. */
export function readAlertlist(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  if (isJsonObject(raw.options) && Object.keys(raw.options).length > 0) return current;
  const states = readArray(raw.stateFilter).map((state) => [readString(state), true]);
  const options = compact({
    maxItems: readNumber(raw.limit),
    sortOrder: readNumber(raw.sortOrder),
    alertName: readString(raw.nameFilter) || undefined,
    stateFilter: states.length > 0 ? Object.fromEntries(states) : undefined,
  });
  return { ...current, options: options as JsonObject };
}

export function readDashlist(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  if (isJsonObject(raw.options) && Object.keys(raw.options).length > 0) return current;
  const options = compact({
    showStarred: typeof raw.starred === "boolean" ? raw.starred : undefined,
    showSearch: typeof raw.search === "boolean" ? raw.search : undefined,
    showHeadings: typeof raw.headings === "boolean" ? raw.headings : undefined,
    maxItems: readNumber(raw.limit),
    query: readString(raw.query) || undefined,
    tags: Array.isArray(raw.tags) ? raw.tags : undefined,
  });
  return { ...current, options: options as JsonObject };
}
