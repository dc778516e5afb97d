import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { isJudgeable } from "../parse-judgement";

export const targetPromql: LintRule = {
  id: "target-promql",
  title: "Queries are PromQL",
  severity: "error",
  why: "Prometheus refuses what it cannot read; the panel shows an error.",
  check: ({ queries }) =>
    queries
      .filter((query) => query.kind !== "variable" && isJudgeable(query))
      .map((query) => ({
        severity: query.target?.hidden ? "hint" : "error",
        message: query.parseError?.message ?? "",
        place: queryPlace(query),
      })),
};
