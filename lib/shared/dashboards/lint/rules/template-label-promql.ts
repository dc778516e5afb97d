import { variableQueryParts } from "@/lib/shared/dashboards/queries/variable-query-parts";
import { queryPlace, variablePlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { isJudgeable } from "../parse-judgement";

export const templateLabelPromql: LintRule = {
  id: "template-label-promql",
  title: "The queries of variables can be read",
  severity: "error",
  why: "A variable whose query fails stays empty, and with it every panel that uses it.",
  check: ({ dashboard, queries }) => [
    ...queries.flatMap((query) => {
      if (query.kind !== "variable" || !query.parseError || !isJudgeable(query)) return [];
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
