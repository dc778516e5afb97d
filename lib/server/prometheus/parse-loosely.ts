/** What stands at an address that may be anything; null when it is no JSON. */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
