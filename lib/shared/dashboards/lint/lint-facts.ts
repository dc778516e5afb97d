import type { DatasourceRef } from "@/lib/shared/dashboards/reading-model";

/** What a datasource knows of its metrics; each part is absent where it was not asked. */
export interface MetricFacts {
  /** Type by metric family, as targets declare it: `counter`, `gauge`, `histogram`, ... */
  types: ReadonlyMap<string, string>;
  /** Every metric name that there is. */
  names: ReadonlySet<string> | null;
  /** Series by metric name. */
  series: ReadonlyMap<string, number>;
  recordings: readonly { name: string; expr: string }[];
}

/** What can be known beyond the document itself. */
export interface LintFacts {
  metricsOf: (datasource: DatasourceRef | null) => MetricFacts | null;
  /** Other dashboards of the same tenant, or of the same run. */
  others: readonly { uid: string | null; title: string; place: string }[];
}

export const noFacts: LintFacts = { metricsOf: () => null, others: [] };

const suffixes = /_(bucket|sum|count|total|created|info)$/;

/** The declared type of a metric; of a family's parts (`_bucket`, `_total`) that of the family. */
export function metricType(facts: MetricFacts | null, metric: string): string | null {
  const types = facts?.types;
  return types?.get(metric) ?? types?.get(metric.replace(suffixes, "")) ?? null;
}
