import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { PanelShape, ShapeReader } from "./panel-shape";
import { readCurrent } from "./read-current";
import { readGraph } from "./read-graph";
import { readString } from "./read-json";
import { readOldHeatmap } from "./read-old-heatmap";
import { readAlertlist, readDashlist } from "./read-old-lists";
import { readOldPie, readSingleValue, readText } from "./read-old-options";
import { readOldTable } from "./read-old-table";
import { readDiscrete, readTreemap } from "./read-plugins";
import { readPolystat } from "./read-polystat";
import { readSinglestat } from "./read-singlestat";

/** Stored types that are told by their shape: schemaVersion does not always tell the truth. */
const readers: Record<string, ShapeReader> = {
  graph: readGraph,
  singlestat: readSinglestat,
  "grafana-singlestat-panel": readSinglestat,
  "table-old": readOldTable,
  table: (raw) =>
    Array.isArray(raw.styles) && !isJsonObject(raw.fieldConfig) ? readOldTable(raw) : readCurrent(raw),
  heatmap: (raw) => (isJsonObject(raw.options) && !raw.dataFormat ? readCurrent(raw) : readHeatmap(raw)),
  "heatmap-new": (raw) => ({ ...readCurrent(raw), type: "heatmap" }),
  text: readText,
  text2: readText,
  alertlist: readAlertlist,
  dashlist: readDashlist,
  stat: readSingleValue,
  gauge: readSingleValue,
  bargauge: readSingleValue,
  "grafana-piechart-panel": readOldPie,
  "grafana-polystat-panel": readPolystat,
  "marcusolsson-treemap-panel": readTreemap,
  "natel-discrete-panel": readDiscrete,
  "flant-statusmap-panel": (raw) => ({ ...readCurrent(raw), type: "status-history" }),
};

export function readPanelShape(raw: JsonObject): PanelShape {
  const storedType = readString(raw.type);
  const read = Object.hasOwn(readers, storedType) ? readers[storedType] : undefined;
  return read ? read(raw) : readCurrent(raw);
}

/** A migrated heatmap may keep its old keys beside its new options; the new ones count. */
function readHeatmap(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  return "calculate" in current.options ? current : readOldHeatmap(raw);
}
