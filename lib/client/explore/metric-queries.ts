import { printMatcher } from "@/lib/shared/promql/matcher";
import { quote } from "@/lib/shared/promql/quote";
import { printSelector } from "@/lib/shared/promql/selector";

export interface MetricQuery {
  /** What the button says that takes it. */
  label: string;
  expr: string;
}

const plainName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const range = "[$__rate_interval]";

/** What is mostly asked of a metric, the likeliest first; split by a label where one is chosen. */
export function metricQueries(metric: string, type: string | undefined, label: string | null): MetricQuery[] {
  const by = label === null || label === "le" ? null : label;
  const split = by === null ? "" : ` by ${by}`;
  const series = metricSelector(metric);
  const queries: MetricQuery[] = [];
  if (metric.endsWith("_bucket")) {
    const rates = `sum${grouping("le", by)} (rate(${series}${range}))`;
    queries.push(
      { label: `Use its 95th percentile${split}`, expr: `histogram_quantile(0.95, ${rates})` },
      { label: "Use its buckets", expr: `sum by (le) (increase(${series}${range}))` },
    );
  } else if (type === "counter" || /_(total|count|sum)$/.test(metric)) {
    queries.push({
      label: `Use its rate${split}`,
      expr: by === null ? `sum(rate(${series}${range}))` : `sum${grouping(by)} (rate(${series}${range}))`,
    });
  } else if (by !== null) {
    queries.push({ label: `Use its sum${split}`, expr: `sum${grouping(by)} (${series})` });
  }
  return [...queries, { label: "Use the metric", expr: series }];
}

/** A selector of the metric, with the value of one of its labels where one is chosen. */
export function metricSelector(metric: string, label?: string, value?: string): string {
  const matchers =
    label !== undefined && value !== undefined ? [{ label, operator: "=" as const, value }] : [];
  return plainName.test(metric)
    ? printSelector({ name: metric, quotedNames: [], matchers })
    : `{${[JSON.stringify(metric), ...matchers.map(printMatcher)].join(", ")}}`;
}

function grouping(...labels: (string | null)[]): string {
  const names = labels
    .filter((label) => label !== null)
    .map((label) => (plainLabel.test(label) ? label : quote(label)));
  return ` by (${names.join(", ")})`;
}
