import { isRelativeTime, parseTime, parseTimeRange, type RawTimeRange, type TimeContext } from "./time-range";

/** A range as Grafana copies it: relative ends as written, others in ISO, so that both can be pasted there and here. */
export function rangeToText({ from, to }: RawTimeRange, context: TimeContext): string {
  const end = (text: string) => {
    const ms = isRelativeTime(text) ? null : parseTime(text, context);
    return ms === null ? text : new Date(ms).toISOString();
  };
  return JSON.stringify({ from: end(from), to: end(to) });
}

/** What was copied here or in Grafana, or two times with "to" between them; null for anything else. */
export function rangeFromText(text: string, context: TimeContext): RawTimeRange | null {
  const raw = readJsonRange(text) ?? readWords(text);
  if (!raw || !parseTimeRange(raw, context)) return null;
  const kept = (end: string) => (isRelativeTime(end) ? end.trim() : String(parseTime(end, context)));
  return { from: kept(raw.from), to: kept(raw.to) };
}

function readJsonRange(text: string): RawTimeRange | null {
  try {
    const { from, to } = JSON.parse(text) as { from?: unknown; to?: unknown };
    return [from, to].every((end) => typeof end === "string" || typeof end === "number")
      ? { from: String(from), to: String(to) }
      : null;
  } catch {
    return null;
  }
}

function readWords(text: string): RawTimeRange | null {
  const [from, to, ...more] = text.trim().split(/\s+to\s+/);
  return from && to && more.length === 0 ? { from, to } : null;
}
