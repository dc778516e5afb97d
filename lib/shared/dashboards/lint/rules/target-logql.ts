import type { LintRule } from "../lint-rule";
import { logQueries } from "../log-queries";

export const targetLogql: LintRule = {
  id: "target-logql",
  title: "Log queries select a stream and close what they open",
  severity: "error",
  why: "Loki refuses a query without a stream selector or with a bracket left open.",
  check: (subject) =>
    logQueries(subject).flatMap(({ text, place }) => {
      if (text.trim() === "") return [];
      // What stands in quotes is no syntax; a quote left open swallows the rest.
      const bare = text
        .replace(strings, (whole, ...ends) => (ends[0] || ends[1] ? "s" : whole))
        .replace(/#[^\n]*/g, "");
      if (/["`]/.test(bare)) return [{ message: "A quote is not closed.", place }];
      const open = openBracket(bare);
      if (open !== null) return [{ message: `"${open}" has no partner.`, place }];
      return bare.includes("{") || bare.includes("$")
        ? []
        : [{ message: 'The query selects no stream: {label="value"}.', place }];
    }),
};

/** One that is left open is taken to its end, or each of its quotes would be looked for an end anew. */
const strings = /"(?:[^"\\]|\\[\s\S])*("?)|`[^`]*(`?)/g;

const partner: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function openBracket(text: string): string | null {
  const open: string[] = [];
  for (const [char] of text.matchAll(/[()[\]{}]/g)) {
    const wanted = partner[char];
    if (wanted === undefined) open.push(char);
    else if (open.pop() !== wanted) return char;
  }
  return open.at(-1) ?? null;
}
