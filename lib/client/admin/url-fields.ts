/** The fields of a page as its address says them; whatever is missing is as in `defaults`. */
export function readFields<T extends Record<string, string>>(search: URLSearchParams, defaults: T): T {
  const read: Record<string, string> = { ...defaults };
  for (const key of Object.keys(defaults)) {
    const value = search.get(key);
    if (value !== null) read[key] = value;
  }
  // Every key is one of `defaults`, and every value a text.
  return read as T;
}

/** The address's query for these fields; other parameters stay, defaults are left out. */
export function writeFields<T extends Record<string, string>>(
  search: URLSearchParams,
  fields: T,
  defaults: T,
): string {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(fields)) {
    if (value === defaults[key]) next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text === "" ? "" : `?${text}`;
}
