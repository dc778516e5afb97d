import { variableQueryParts } from "@/lib/shared/dashboards/queries/variable-query-parts";
import { queryPlace, variablePlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { isJudgeable } from "../parse-judgement";

/** The four functions of a variable's query, and how they are misspelt. */
const functions: [name: string, misspelt: RegExp][] = [
  ["label_values", /^\s*labels?_?values?\s*\(/i],
  ["label_names", /^\s*labels?_?names?\s*\(/i],
  ["metrics", /^\s*metrics?\s*\(/i],
  ["query_result", /^\s*query_?results?\s*\(/i],
];

function meantFunction(query: string): string | null {
  const meant = functions.find(([, misspelt]) => misspelt.test(query))?.[0];
  return meant === undefined || new RegExp(`^\\s*${meant}\\s*\\(`).test(query) ? null : meant;
}

export const templateLabelPromql: LintRule = {
  id: "template-label-promql",
  title: "The queries of variables can be read",
  severity: "error",
  why: "A variable whose query fails stays empty, and with it every panel that uses it.",
  check: ({ dashboard, queries }) => [
    ...dashboard.variables.flatMap((variable) => {
      const meant = variable.type === "query" ? meantFunction(variable.query) : null;
      if (meant === null) return [];
      const message = `"${variable.query}" calls no function of variables; ${meant} is one.`;
      return [{ message, place: variablePlace(variable, "query") }];
    }),
    ...queries.flatMap((query) => {
      if (
        query.kind !== "variable" ||
        meantFunction(query.expr) !== null ||
        !query.parseError ||
        !isJudgeable(query)
      )
        return [];
      return [{ message: `${query.parseError.message} in ${query.expr}`, place: queryPlace(query) }];
    }),
    ...dashboard.variables
      .filter(
        ({ type, query }) =>
          type === "query" && /^\s*label_values\s*\(/.test(query) && variableQueryParts(query) === null,
      )
      .filter(({ query }) => !/[$[]/.test(query.slice(query.lastIndexOf(","))))
      .map((variable) => ({
        message: `"${variable.query}" names no label: label_values(metric, label).`,
        place: variablePlace(variable, "query"),
      })),
  ],
};
