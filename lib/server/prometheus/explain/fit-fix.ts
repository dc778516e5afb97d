import type { ExplainFix } from "@/lib/shared/promql/explain/explanation";

const word = /[\w:$]/;

/** A replacement is offered only where it can be made in the query as written, at exactly one place. */
export function fitFix(fix: ExplainFix | null, written: string): ExplainFix | null {
  if (fix?.kind !== "replace") return fix;
  if (isAtOnePlace(written, fix.from)) return fix;
  const window = /^\[.*\]$/.test(fix.from) ? "[$__interval]" : null;
  return window !== null && isAtOnePlace(written, window) ? { ...fix, from: window } : null;
}

function isAtOnePlace(text: string, part: string): boolean {
  const at = wholeAt(text, part, 0);
  return at >= 0 && wholeAt(text, part, at + part.length) < 0;
}

/** Where the part stands by itself and not inside a longer word. */
function wholeAt(text: string, part: string, from: number): number {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = text[at - 1] ?? "";
    const after = text[at + part.length] ?? "";
    const apart = (outer: string, inner: string) => !word.test(outer) || !word.test(inner);
    if (apart(before, part[0] ?? "") && apart(after, part.at(-1) ?? "")) return at;
  }
  return -1;
}
