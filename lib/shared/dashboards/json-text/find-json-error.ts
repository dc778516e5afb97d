const wordOrNumber = /(?:true|false|null)(?!\w)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where JSON first breaks its grammar, as an offset; null when it does not. Engines do not tell reliably. */
export function findJsonError(json: string): number | null {
  let at = 0;
  const skip = () => {
    while (/[ \t\r\n]/.test(json.charAt(at))) at++;
  };
  const take = (end: number | null) => {
    if (end === null) return false;
    at = end;
    return true;
  };
  const takeChar = (char: string) => {
    skip();
    return take(json.charAt(at) === char ? at + 1 : null);
  };
  const members = (close: string, member: () => boolean) => {
    if (takeChar(close)) return true;
    do {
      if (!member()) return false;
    } while (takeChar(","));
    return takeChar(close);
  };
  const value = (): boolean => {
    if (takeChar("{")) return members("}", () => key() && value());
    if (takeChar("[")) return members("]", value);
    return take(stringEnd(json, at) ?? matchEnd(wordOrNumber, json, at));
  };
  const key = () => {
    skip();
    return take(stringEnd(json, at)) && takeChar(":");
  };
  if (!value()) return at;
  skip();
  return at < json.length ? at : null;
}

function stringEnd(json: string, start: number): number | null {
  if (json.charAt(start) !== '"') return null;
  let at = start + 1;
  while (at < json.length) {
    if (json.charAt(at) === '"') return at + 1;
    if (json.charAt(at) < " ") return null;
    const next = json.charAt(at) === "\\" ? matchEnd(escaped, json, at) : at + 1;
    if (next === null) return null;
    at = next;
  }
  return null;
}

function matchEnd(pattern: RegExp, json: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : null;
}
