import { queryPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { looksLikeMetricsql } from "../parse-judgement";

export const promqlDialect: LintRule = {
  id: "promql-dialect",
  title: "Queries keep to what every Prometheus reads",
  severity: "warning",
  why: "MetricsQL runs on VictoriaMetrics alone; Prometheus, Thanos and Mimir refuse it.",
  check: ({ queries }) =>
    queries
      .filter(
        (query) => looksLikeMetricsql(query) && query.datasourceType !== "victoriametrics-metrics-datasource",
      )
      .map((query) => ({
        message: `This is MetricsQL, which only VictoriaMetrics reads: ${query.parseError?.message}.`,
        place: queryPlace(query),
      })),
};
