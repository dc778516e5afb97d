const cache = new Map<string, RegExp | null>();

/** A pattern as Grafana writes it: `/.../flags`, or plain text that must match as a whole; null when it cannot be compiled. */
export function safeRegex(pattern: string): RegExp | null {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const regex = compile(pattern);
  if (cache.size > 500) cache.clear();
  cache.set(pattern, regex);
  return regex;
}

function compile(pattern: string): RegExp | null {
  const delimited = /^\/(.*?)\/([gimys]*)$/s.exec(pattern);
  try {
    if (!delimited) return pattern.startsWith("/") ? null : new RegExp(`^${pattern}$`);
    // g and y would keep a position between tests; replaceAll is not needed here.
    return new RegExp(delimited[1] ?? "", (delimited[2] ?? "").replace(/[gy]/g, ""));
  } catch {
    return null;
  }
}
