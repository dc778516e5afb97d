import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";

/** The frames as CSV with raw numbers and ISO times; several frames follow each other after a blank line. */
export function framesCsv(frames: DataFrame[]): string {
  return frames.map(frameCsv).join("\n\n");
}

function frameCsv(frame: DataFrame): string {
  const head = frame.fields.map((field) => quoted(field.displayName)).join(",");
  const rows = Array.from({ length: frame.length }, (_, row) =>
    frame.fields.map((field) => quoted(cellText(field.values[row], field.type === "time"))).join(","),
  );
  return [head, ...rows].join("\n");
}

function cellText(value: unknown, isTime: boolean): string {
  if (value === null || value === undefined) return "";
  if (isTime && typeof value === "number" && Number.isFinite(value)) return new Date(value).toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A leading =, +, - or @ of a text would be run as a formula by spreadsheets. */
function quoted(text: string): string {
  const isNumber = text.trim() !== "" && !Number.isNaN(Number(text));
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
