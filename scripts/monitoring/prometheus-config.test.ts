import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { alertmanagerConfig, prometheusConfig } from "./prometheus-config";

const targets = [
  { job: "automation", target: "127.0.0.1:9803", intervalSeconds: 10 },
  { job: "panelsmith", target: "127.0.0.1:3000", intervalSeconds: 15, path: "/api/metrics" },
];

describe("prometheusConfig", () => {
  it("scrapes each target at its own pace and path", () => {
    expect(parse(prometheusConfig({ rulesDir: "/rules", targets })).scrape_configs).toEqual([
      { job_name: "automation", scrape_interval: "10s", static_configs: [{ targets: ["127.0.0.1:9803"] }] },
      {
        job_name: "panelsmith",
        scrape_interval: "15s",
        metrics_path: "/api/metrics",
        static_configs: [{ targets: ["127.0.0.1:3000"] }],
      },
    ]);
  });

  it("sends a token to the target that wants one", () => {
    const guarded = targets.map((target) => (target.path ? { ...target, token: "a-token" } : target));
    const { scrape_configs } = parse(prometheusConfig({ rulesDir: "/rules", targets: guarded }));
    expect(scrape_configs[0]).not.toHaveProperty("authorization");
    expect(scrape_configs[1]).toMatchObject({ authorization: { credentials: "a-token" } });
  });

  it("reads every rule file and names Alertmanager only where there is one", () => {
    const alone = parse(prometheusConfig({ rulesDir: "/a folder/rules", targets }));
    expect(alone.rule_files).toEqual(["/a folder/rules/*.yml"]);
    expect(alone).not.toHaveProperty("alerting");
    const both = parse(prometheusConfig({ rulesDir: "/rules", targets, alertmanager: "127.0.0.1:9093" }));
    expect(both.alerting.alertmanagers[0].static_configs[0].targets).toEqual(["127.0.0.1:9093"]);
  });
});

describe("alertmanagerConfig", () => {
  it("sends firing and resolved alerts to the webhook", () => {
    const { receivers, route } = parse(alertmanagerConfig({ webhookUrl: "http://127.0.0.1:9801/alerts" }));
    expect(route.receiver).toBe(receivers[0].name);
    expect(receivers[0].webhook_configs).toEqual([
      { url: "http://127.0.0.1:9801/alerts", send_resolved: true },
    ]);
  });
});
