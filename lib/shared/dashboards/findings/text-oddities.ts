import type { JsonPath } from "../edit/json-path";
import { itemsOf, membersOf } from "../json-text/scan-json";
import type { ImportFinding } from "./finding";

/** What only the text shows: keys that stand twice, and numbers that a double does not hold. */
export function textOddities(text: string): ImportFinding[] {
  const found: ImportFinding[] = [];
  visit(text, [], found);
  return found;
}

function visit(text: string, path: JsonPath, found: ImportFinding[]): void {
  const first = text.charAt(0);
  if (first === "[") {
    for (const [i, { start, end }] of itemsOf(text).entries()) {
      visit(text.slice(start, end), [...path, i], found);
    }
  } else if (first === "{") {
    const seen = new Set<string>();
    for (const { key, start, end } of membersOf(text)) {
      if (seen.has(key)) {
        const message = `The key "${key.slice(0, 40)}" stands twice; the last one counts, both are kept.`;
        found.push({ id: "key-repeated", severity: "warning", path: [...path, key], message });
      }
      seen.add(key);
      visit(text.slice(start, end), [...path, key], found);
    }
  } else if (first !== '"' && isInexact(text)) {
    const message = `The number ${text.slice(0, 40)} is beyond what browsers hold exactly. It is kept as written.`;
    found.push({ id: "number-inexact", severity: "info", path, message });
  }
}

function isInexact(text: string): boolean {
  if (text.length < 5) return false;
  const number = Number(text);
  if (Number.isNaN(number)) return false;
  return !Number.isFinite(number) || (/^-?\d+$/.test(text) && !Number.isSafeInteger(number));
}
