import { stringify } from "yaml";

interface ScrapeTarget {
  job: string;
  /** host:port */
  target: string;
  intervalSeconds: number;
  path?: string;
  /** Sent as a bearer token. */
  token?: string;
}

interface PrometheusSetup {
  rulesDir: string;
  targets: ScrapeTarget[];
  /** host:port; without one, alerts are evaluated but sent nowhere. */
  alertmanager?: string;
}

/** prometheus.yml of a Prometheus that runs beside the console and evaluates the rules of this project. */
export function prometheusConfig({ rulesDir, targets, alertmanager }: PrometheusSetup): string {
  return stringify({
    global: { scrape_interval: "15s", evaluation_interval: "15s" },
    rule_files: [`${rulesDir}/*.yml`],
    ...(alertmanager && { alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] } }),
    scrape_configs: targets.map(({ job, target, intervalSeconds, path, token }) => ({
      job_name: job,
      scrape_interval: `${intervalSeconds}s`,
      ...(path && { metrics_path: path }),
      ...(token && { authorization: { credentials: token } }),
      static_configs: [{ targets: [target] }],
    })),
  });
}

/** alertmanager.yml of the demo: everything goes to one webhook, soon enough to be watched. */
export function alertmanagerConfig({ webhookUrl }: { webhookUrl: string }): string {
  return stringify({
    route: {
      receiver: "demo",
      group_by: ["system", "alertname"],
      group_wait: "5s",
      group_interval: "15s",
      repeat_interval: "1h",
    },
    receivers: [{ name: "demo", webhook_configs: [{ url: webhookUrl, send_resolved: true }] }],
  });
}
