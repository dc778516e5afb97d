import { isTrend } from "@/lib/shared/panels/fields/trend";

/** The whole of a cell for reading: JSON laid out over lines, everything else as the cell shows it. */
export function inspectedText(raw: unknown, text: string): string {
  if (typeof raw === "object" && raw !== null) return JSON.stringify(isTrend(raw) ? raw.line : raw, null, 2);
  if (typeof raw !== "string" || !/^\s*[[{]/.test(raw)) return text;
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return text;
  }
}
