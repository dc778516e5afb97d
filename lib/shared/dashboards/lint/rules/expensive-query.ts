import { nodesOf, rangeOf, textOf } from "@/lib/shared/promql/nodes";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { queryPlace } from "../lint-places";
import type { LintQuery } from "../lint-queries";
import type { LintFix, LintRule, RuleFinding } from "../lint-rule";

const hourMs = 3_600_000;
const lastValue = new Set(["gauge", "bargauge", "piechart", "table"]);

export const expensiveQuery: LintRule = {
  id: "expensive-query",
  title: "Expensive queries are recorded or asked once",
  severity: "hint",
  why: "At each of some hundred steps Prometheus reads the whole window again. A recording rule reads it once.",
  check: ({ queries }) => queries.flatMap(findingsOf),
};

function findingsOf(query: LintQuery): RuleFinding[] {
  const { expr, tree, target, panel, kind } = query;
  if (!tree || kind !== "target" || !panel || !target || target.hidden || (target.instant && !target.range))
    return [];
  const place = queryPlace(query);
  const longest = (name: string, leastMs: number) =>
    nodesOf(tree, name).find((node) => (parseDurationMs(textOf(expr, rangeOf(node))) ?? 0) >= leastMs);
  const subquery = longest("SubqueryExpr", hourMs);
  const matrix = longest("MatrixSelector", 6 * hourMs);
  const found = subquery ?? matrix;
  if (!found) return [];
  const what = subquery ? "evaluates its inner query again" : "is read again";
  const message = `[${textOf(expr, rangeOf(found))}] ${what} at every step of the range.`;
  return [{ message, place, fix: lastValue.has(panel.type) ? askOnce(query) : undefined }];
}

/** A panel of one value needs the last step alone. */
function askOnce({ path }: LintQuery): LintFix {
  const target = path.slice(0, -1);
  return {
    label: "Ask for the last value only",
    edits: [
      { path: [...target, "instant"], value: true },
      { path: [...target, "range"], value: false },
    ],
  };
}
