import type { LintRule } from "../lint-rule";
import { logQueries } from "../log-queries";

export const targetLogqlAuto: LintRule = {
  id: "target-logql-auto",
  title: "Log rates use $__auto",
  severity: "hint",
  why: "A fixed window skips lines as soon as the step is wider.",
  check: (subject) =>
    logQueries(subject).flatMap(({ text, place, path }) => {
      const fixed = /\[\d+(?:ms|[smhdw])\]/.exec(text)?.[0];
      if (fixed === undefined || text.includes("$__auto")) return [];
      return [
        {
          message: `The window ${fixed} stays while the step grows with the range.`,
          place,
          fix: { label: "Use $__auto", edits: [{ path, value: text.replaceAll(fixed, "[$__auto]") }] },
        },
      ];
    }),
};
