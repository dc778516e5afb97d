import type { SyntaxNode } from "@lezer/common";
import { binaryOf, functionOf, nodesOf, textOf, userOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { metricType } from "../lint-facts";
import { queryPlace } from "../lint-places";
import type { LintQuery } from "../lint-queries";
import type { LintRule, RuleFinding } from "../lint-rule";
import { drawsOverTime } from "../panel-kinds";

export const counterWithoutRate: LintRule = {
  id: "counter-without-rate",
  title: "Counters are read through rate or increase",
  severity: "warning",
  why: "A counter tells how much there was since its process started, and falls to 0 with each restart.",
  check: ({ queries }) => queries.flatMap(findingsOf),
};

function findingsOf(query: LintQuery): RuleFinding[] {
  const { expr, tree, panel, target, kind } = query;
  if (kind !== "target" || !tree || !panel || target?.hidden) return [];
  const raw = nodesOf(tree, "VectorSelector").find((node) => {
    const metric = metricOf(readSelector(expr, node));
    return metric !== null && isCounter(query, metric) && isReadRaw(expr, node);
  });
  if (!raw) return [];
  const overTime = drawsOverTime(panel) && !target?.instant;
  // A single number named so is meant as the sum since the start.
  if (!overTime && /\b(total|overall|count|gesamt|all.time)/i.test(panel.title)) return [];
  const metric = metricOf(readSelector(expr, raw));
  return [
    {
      severity: overTime ? "warning" : "hint",
      message: messageFor(query, metric ?? ""),
      place: queryPlace(query),
    },
  ];
}

function messageFor({ metrics, expr }: LintQuery, metric: string): string {
  const what = metricType(metrics, metric) === null ? "is named as a counter" : "is a counter";
  return new RegExp(`\\b(delta|idelta|deriv)\\s*\\(\\s*${metric}\\b`).test(expr)
    ? `${metric} ${what}; delta and deriv do not know its restarts, increase and rate do.`
    : `${metric} ${what}, and shown as it stands since its process started.`;
}

/** Sizes and stocks that are called a total; without a declared type they are left alone. */
const stocks =
  /_(memory|mem|swap|disk|space|capacity|pending\w{0,40}|queued?|workers|nodes|pods|replicas|repos?|models|threads|users|members)_total$/;

/** How long something has been up starts again with it: that is what it tells. */
const uptime = /_uptime_|^uptime_/;

/** What targets declare counts; without that the name. */
function isCounter({ metrics }: LintQuery, metric: string): boolean {
  const type = metricType(metrics, metric);
  if (uptime.test(metric)) return false;
  if (type === null || type === "unknown") return /_(total|bucket)$/.test(metric) && !stocks.test(metric);
  if (type === "counter") return !/_created$/.test(metric);
  return type === "histogram" && /_bucket$/.test(metric);
}

/** Functions and aggregations for which the value itself does not matter, or that know of resets. */
const fine =
  /^(rate|irate|increase|resets|changes|count|group|count_values|absent|timestamp|(count|present|absent)_over_time|histogram_count)$/;

function isReadRaw(expr: string, selector: SyntaxNode): boolean {
  let inside: SyntaxNode = selector;
  for (let user = userOf(selector); user; inside = user, user = userOf(user)) {
    if (user.name === "FunctionCall" || user.name === "AggregateExpr") {
      if (fine.test(functionOf(expr, user))) return false;
    } else if (user.name === "BinaryExpr") {
      const binary = binaryOf(expr, user);
      // `x and on (...) y`: y only says which series stay.
      if (binary && /^(and|unless)$/i.test(binary.operator) && binary.right.from <= inside.from) return false;
      // `started_total - handled_total`: how many are at it now.
      if (binary?.operator === "-" && [binary.left, binary.right].every((side) => namesCounter(expr, side)))
        return false;
      // `x * 0 + 1`: only the labels count.
      if (binary?.operator === "*" && [binary.left, binary.right].some((side) => textOf(expr, side) === "0"))
        return false;
    }
  }
  return true;
}

function namesCounter(expr: string, node: SyntaxNode): boolean {
  return /_total\b/.test(textOf(expr, node));
}
