const tokens = /\[([^\]]*)\]|YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|SSS|A|a|X|x/g;

/** `${__from:date}` and its arguments: `iso`, `seconds`, or tokens such as `YYYY-MM-DD`; always UTC. */
export function formatDate(ms: number, form = "iso"): string {
  if (!Number.isFinite(ms)) return "";
  const date = new Date(ms);
  if (form === "iso") return date.toISOString();
  if (form === "seconds") return String(Math.round(ms / 1_000));
  return form.replace(tokens, (token, literal: string | undefined) => literal ?? part(date, token));
}

function part(date: Date, token: string): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, "0");
  const hour12 = date.getUTCHours() % 12 || 12;
  const parts: Record<string, string> = {
    YYYY: pad(date.getUTCFullYear(), 4),
    YY: pad(date.getUTCFullYear() % 100),
    MM: pad(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    DD: pad(date.getUTCDate()),
    D: String(date.getUTCDate()),
    HH: pad(date.getUTCHours()),
    H: String(date.getUTCHours()),
    hh: pad(hour12),
    h: String(hour12),
    mm: pad(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: pad(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    SSS: pad(date.getUTCMilliseconds(), 3),
    A: date.getUTCHours() < 12 ? "AM" : "PM",
    a: date.getUTCHours() < 12 ? "am" : "pm",
    X: String(Math.floor(date.getTime() / 1_000)),
    x: String(date.getTime()),
  };
  return parts[token] ?? token;
}
