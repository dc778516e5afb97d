import type { Matcher } from "./matcher";
import { parsePromql } from "./parse";
import { printPromql } from "./print";

/** Puts the matchers into every selector of the parsed expression; a text that cannot be parsed stays as it is. */
export function addMatchers(expr: string, matchers: readonly Matcher[]): string {
  if (matchers.length === 0) return expr;
  try {
    return printPromql(expr, parsePromql(expr), (selector) => ({
      ...selector,
      matchers: [...selector.matchers, ...matchers],
    }));
  } catch {
    return expr;
  }
}
