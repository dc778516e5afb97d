import { formatPattern } from "@/lib/shared/time/format-pattern";

/** `${__from:date}` and its arguments: `iso`, `seconds`, or tokens such as `YYYY-MM-DD`; always UTC. */
export function formatDate(ms: number, form = "iso"): string {
  if (!(Math.abs(ms) <= 8.64e15)) return "";
  if (form === "iso") return new Date(ms).toISOString();
  return form === "seconds" ? String(Math.round(ms / 1_000)) : formatPattern(ms, form, "utc");
}
