import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";

const dataTypes = new Set(
  `timeseries stat gauge bargauge table heatmap barchart piechart histogram state-timeline status-history
  nodeGraph grafana-polystat-panel`.split(/\s+/),
);
const unitTypes = new Set(["timeseries", "stat", "gauge", "bargauge"]);

/** Whether the panel draws the answers of queries. */
export function drawsData({ type }: ReadPanel): boolean {
  return dataTypes.has(type);
}

/** Whether a number without a unit would be seen in it. */
export function showsNumbers({ type }: ReadPanel): boolean {
  return unitTypes.has(type);
}

export function drawsOverTime({ type }: ReadPanel): boolean {
  return (
    type === "timeseries" || type === "heatmap" || type === "state-timeline" || type === "status-history"
  );
}

export function isLibraryPanel({ raw }: ReadPanel): boolean {
  return typeof raw.libraryPanel === "object" && raw.libraryPanel !== null;
}
