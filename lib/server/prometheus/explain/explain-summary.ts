import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { printSelector, type Selector } from "@/lib/shared/promql/selector";
import type { ExplainSource } from "./explain-source";
import { exists } from "./matching-series";

/** A quantile asked of what is no summary but a histogram; null for everything else. */
export async function explainSummary(
  metric: string,
  selector: Selector,
  source: ExplainSource,
): Promise<Finding | null> {
  const wanted = selector.matchers.find(({ label }) => label === "quantile");
  const quantile = Number(wanted?.value);
  if (wanted?.operator !== "=" || !(quantile >= 0 && quantile <= 1)) return null;
  const bucket = `${metric}_bucket`;
  if (!(await exists(source, [{ label: "__name__", operator: "=", value: bucket }]))) return null;
  const matchers = selector.matchers.filter((one) => one !== wanted);
  const buckets = printSelector({ ...selector, name: bucket, quotedNames: [], matchers });
  const to = `histogram_quantile(${wanted.value}, sum by (le) (rate(${buckets}[$__rate_interval])))`;
  return {
    reason: "metric_unknown",
    message: `\`${metric}\` is a histogram and has no label \`quantile\`: its quantiles are computed from \`${bucket}\`.`,
    suggestions: [bucket],
    fix: { kind: "replace", from: printSelector(selector), to, label: "Use histogram_quantile()" },
  };
}
