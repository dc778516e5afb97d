import type { JsonPath } from "../edit/json-path";
import { isSpace, scalarEnd, stringEnd } from "../json-text/scan-json";
import type { ImportFinding } from "./finding";

interface OpenValue {
  /** Of an object: those seen so far. */
  keys: Set<string> | null;
  /** Where the walk stands in it. */
  at: string | number;
}

/** What only the text shows: keys that stand twice, and numbers that a double does not hold. Takes valid JSON. */
export function textOddities(text: string): ImportFinding[] {
  const found: ImportFinding[] = [];
  const open: OpenValue[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const top = open.at(-1);
    if (char === "{" || char === "[") {
      open.push({ keys: char === "{" ? new Set() : null, at: 0 });
      isKeyNext = char === "{";
      at++;
    } else if (char === "}" || char === "]") {
      open.pop();
      at++;
    } else if (char === ",") {
      if (top && typeof top.at === "number") top.at++;
      isKeyNext = Boolean(top?.keys);
      at++;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (isKeyNext && top?.keys) found.push(...takeKey(text.slice(at, end), top.keys, open));
      isKeyNext = false;
      at = end;
    } else if (char === ":" || isSpace(text.charCodeAt(at))) at++;
    else {
      const end = scalarEnd(text, at);
      if (end - at >= 5) found.push(...takeNumber(text.slice(at, end), open));
      at = end;
    }
  }
  return found;
}

function pathOf(open: readonly OpenValue[]): JsonPath {
  return open.map(({ at }) => at);
}

function takeKey(keyText: string, keys: Set<string>, open: readonly OpenValue[]): ImportFinding[] {
  const key: string = keyText.includes("\\") ? JSON.parse(keyText) : keyText.slice(1, -1);
  const top = open.at(-1);
  if (top) top.at = key;
  if (!keys.has(key)) {
    keys.add(key);
    return [];
  }
  const message = `The key "${key.slice(0, 40)}" stands twice; the last one counts, both are kept.`;
  return [{ id: "key-repeated", severity: "warning", path: pathOf(open), message }];
}

function takeNumber(text: string, open: readonly OpenValue[]): ImportFinding[] {
  const number = Number(text);
  if (Number.isNaN(number)) return [];
  const isExact = Number.isFinite(number) && (!/^-?\d+$/.test(text) || Number.isSafeInteger(number));
  if (isExact) return [];
  const message = `The number ${text.slice(0, 40)} is beyond what browsers hold exactly. It is kept as written.`;
  return [{ id: "number-inexact", severity: "info", path: pathOf(open), message }];
}
