import { maxExpressionBytes } from "@/lib/shared/promql/limits";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import type { LintQuery } from "./lint-queries";

const variable = /\$\{(?:[^}\n$]|\$(?!\{))*\}|\$\w+|\[\[[\w:.-]+\]\]/g;

/** MetricsQL, the language of VictoriaMetrics, which Prometheus does not read. */
const dialect =
  /\b(?:topk|bottomk)_(?:min|max|avg|median|last)\b|\b(?:buckets_limit|prometheus_buckets|share_(?:gt|le)_over_time|count_(?:gt|le|eq|ne)_over_time|range_(?:first|last|min|max|avg|sum|median|quantile)|increases_over_time|decreases_over_time|increase_pure|rollup\w*|label_(?:keep|del|set|copy|move|match|mismatch|value|transform|map)|running_\w+|remove_resets|default_rollup|median_over_time|rate_over_sum|tmin_over_time|tmax_over_time|lag|lifetime|scrape_interval|interpolate|keep_last_value|keep_next_value|alias|union|sum2|zscore\w*|outliers\w*|histogram_over_time|quantiles|limitk|any|distinct|mode)\s*\(|\bWITH\s*\(|\bkeep_metric_names\b|\b(?:default|if|ifnot)\b/i;

export function looksLikeMetricsql(query: LintQuery): boolean {
  // In a variable it is label_values, misspelt.
  if (query.kind === "variable" && /^\s*label_value\s*\(/i.test(query.expr)) return false;
  return query.parseError !== null && query.expr.length <= maxExpressionBytes && dialect.test(query.expr);
}

/**
 * Whether a failed parse tells of a fault. A variable may stand for an operator, a matcher or a whole part of the text; where
 * one stands at the failure, nothing can be said before its value is known.
 */
export function isJudgeable(query: LintQuery): boolean {
  if (!query.parseError || looksLikeMetricsql(query)) return false;
  const { position } = query.parseError;
  if (query.expr.length > maxExpressionBytes) return true;
  const masked = maskVariables(query.expr);
  return ![...query.expr.matchAll(variable)].some((match) => {
    const end = match.index + match[0].length;
    const untouched = masked.slice(match.index, end) === match[0];
    const next = end + (/^\s*/.exec(query.expr.slice(end))?.[0].length ?? 0);
    return !untouched && match.index - 1 <= position && position <= next + 1;
  });
}
