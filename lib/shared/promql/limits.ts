import { AppError } from "@/lib/shared/errors";

export const maxExpressionBytes = 16 * 1024;
export const maxNesting = 64;
/** Matchers, labels and arguments are told apart by commas, and each costs. */
export const maxCommas = 1_000;
/** Of an expression after the matchers went into each of its selectors. */
export const maxEnforcedLength = 64 * 1024;

/** Refuses texts that would cost much before anything parses them. */
export function assertWithinLimits(expr: string): void {
  if (expr.length > maxExpressionBytes || new TextEncoder().encode(expr).length > maxExpressionBytes) {
    throw new AppError(
      "INVALID_INPUT",
      "The expression is longer than 16 kB. Shorten it or use a recording rule.",
    );
  }
  if (!expr.isWellFormed()) throw new AppError("INVALID_INPUT", "The expression is not valid Unicode text.");
  const { nesting, commas } = measure(expr);
  if (nesting > maxNesting) {
    throw new AppError("INVALID_INPUT", `The expression is nested more than ${maxNesting} levels deep.`);
  }
  if (commas > maxCommas) {
    throw new AppError(
      "INVALID_INPUT",
      `The expression has more than ${maxCommas} commas. Shorten its lists.`,
    );
  }
}

// A comment counts only with its line end: without one, a run of `#` could be cut into comments in exponentially many ways.
const pieces =
  /"(?:[^\\"\n]|\\[\s\S])*"?|'(?:[^\\'\n]|\\[\s\S])*'?|`[^`]*`?|#[^\n]*|[([{]|[)\]}]|,|[-+](?:\s|#[^\n]*\n|[-+])*[-+]|\^/g;

/** The number of commas, and the deepest bracket nesting, counting runs of signs and chains of `^`, which nest to the right, as levels. */
function measure(expr: string): { nesting: number; commas: number } {
  let depth = 0;
  let deepest = 0;
  let powers = 0;
  let commas = 0;
  for (const [piece] of expr.matchAll(pieces)) {
    const first = piece[0] ?? "";
    if (first === "^") powers += 1;
    else if (first === ",") commas += 1;
    else if ("([{".includes(first)) depth += 1;
    else if (")]}".includes(first)) depth -= 1;
    const signs = "+-".includes(first) ? piece.replace(/#[^\n]*|\s/g, "").length : 0;
    deepest = Math.max(deepest, depth + signs, powers);
  }
  return { nesting: deepest, commas };
}
