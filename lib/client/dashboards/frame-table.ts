import type { PanelData } from "@/lib/shared/panels/panel-data";
import { fromWireValue } from "@/lib/shared/prometheus/frame";

export interface FrameTable {
  columns: string[];
  rows: (string | number | null)[][];
}

/** A panel's raw results as one table: a column a series for ranges, a line a series for instants. */
export function frameTable(results: PanelData["results"]): FrameTable {
  const hasRange = results.some(({ frame }) => frame.kind === "range");
  return hasRange ? rangeTable(results) : instantTable(results);
}

function rangeTable(results: PanelData["results"]): FrameTable {
  const columns = ["Time"];
  const lines = new Map<number, (string | number | null)[]>();
  for (const { refId, frame } of results) {
    if (frame.kind !== "range") continue;
    for (const series of frame.series) {
      const column = columns.push(seriesName(refId, series.labels)) - 1;
      for (let index = 0; index < frame.length; index++) {
        const timeMs = Math.round((frame.startSeconds + index * frame.stepSeconds) * 1_000);
        const line = lines.get(timeMs) ?? [new Date(timeMs).toISOString()];
        line[column] = fromWireValue(series.values[index] ?? null);
        lines.set(timeMs, line);
      }
    }
  }
  const rows = [...lines.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) => columns.map((_, index) => line[index] ?? null));
  return { columns, rows };
}

function instantTable(results: PanelData["results"]): FrameTable {
  const series = results.flatMap(({ refId, frame }) =>
    frame.kind === "instant"
      ? frame.series.map((one) => ({ refId, timeSeconds: frame.timeSeconds, ...one }))
      : [],
  );
  const labels = [...new Set(series.flatMap((one) => Object.keys(one.labels)))].toSorted();
  return {
    columns: ["Time", "Query", ...labels, "Value"],
    rows: series.map((one) => [
      new Date(one.timeSeconds * 1_000).toISOString(),
      one.refId,
      ...labels.map((label) => one.labels[label] ?? ""),
      fromWireValue(one.value),
    ]),
  };
}

function seriesName(refId: string, { __name__: name = "", ...labels }: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  if (pairs.length === 0) return name || refId;
  return `${name}{${pairs.join(", ")}}`;
}

/** Comma separated, quoted where needed; a leading sign that a spreadsheet would run is made harmless. */
export function toCsv({ columns, rows }: FrameTable): string {
  return `${[columns, ...rows].map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
