const types = new Set([
  "prometheus",
  "victoriametrics-metrics-datasource",
  "grafana-amazonprometheus-datasource",
  "grafana-azureprometheus-datasource",
]);

/** Whether Grafana's datasources of this type speak Prometheus' HTTP API and PromQL. */
export function isPrometheusType(type: string): boolean {
  return types.has(type);
}
