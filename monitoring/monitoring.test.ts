import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { metricsOf } from "@/scripts/monitoring/metrics-of";
import { alertmanagerConfig, prometheusConfig } from "@/scripts/monitoring/prometheus-config";
import { readDashboards } from "@/scripts/monitoring/read-dashboards";
import { FAULTS } from "./exporters/faults";

const here = import.meta.dirname;
const at = (...path: string[]) => join(here, ...path);
const yamlFiles = (folder: string) => readdirSync(at(folder)).filter((file) => file.endsWith(".yml"));
const rulesFolder = "prometheus/rules";
const testsFolder = "prometheus/tests";

const Rule = z.object({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});
const RuleFile = z.object({
  groups: z.array(z.object({ name: z.string(), interval: z.string().optional(), rules: z.array(Rule) })),
});

const groups = yamlFiles(rulesFolder).flatMap((file) =>
  RuleFile.parse(parse(readFileSync(at(rulesFolder, file), "utf8"))).groups.map((group) => ({
    file,
    ...group,
  })),
);
const rules = groups.flatMap((group) => group.rules.map((rule) => ({ file: group.file, ...rule })));
const alerts = rules.flatMap((rule) => (rule.alert ? [{ ...rule, alert: rule.alert }] : []));
const dashboards = new Map(readDashboards().map(({ dashboard }) => [dashboard.uid, dashboard]));
const kebab = (name: string) => name.replace(/(?<=[a-z0-9])[A-Z]/g, "-$&").toLowerCase();

function isMissing(tool: string): boolean {
  const missing = spawnSync(tool, ["--version"]).error !== undefined;
  if (missing) console.warn(`${tool} is not on PATH: its checks are skipped. npm test installs it.`);
  return missing;
}

const scratch = mkdtempSync(join(tmpdir(), "panelsmith-monitoring-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.skipIf(isMissing("promtool"))("promtool", () => {
  it("accepts the compose file's Prometheus configuration and every rule", () => {
    expect(() =>
      execFileSync("promtool", ["check", "config", at("prometheus/prometheus.yml")]),
    ).not.toThrow();
  });

  it("accepts the generated configuration of the demo", () => {
    const file = join(scratch, "prometheus.yml");
    const targets = [{ job: "maestro", target: "127.0.0.1:9804", intervalSeconds: 15 }];
    writeFileSync(
      file,
      prometheusConfig({ rulesDir: at(rulesFolder), targets, alertmanager: "127.0.0.1:9093" }),
    );
    expect(execFileSync("promtool", ["check", "config", file], { encoding: "utf8" })).toContain(
      "maestro.yml",
    );
  });

  it.each(yamlFiles(testsFolder))("%s: alerts fire and recover", (file) => {
    const { status, stdout, stderr } = spawnSync("promtool", ["test", "rules", at(testsFolder, file)], {
      encoding: "utf8",
    });
    expect(status, stdout + stderr).toBe(0);
  });
});

describe.skipIf(isMissing("amtool"))("amtool", () => {
  const config = at("alertmanager/alertmanager.yml");
  const receiversFor = (...labels: string[]) =>
    execFileSync("amtool", ["config", "routes", "test", `--config.file=${config}`, ...labels], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();

  it("accepts the compose file's configuration and that of the demo", () => {
    const demo = join(scratch, "alertmanager.yml");
    writeFileSync(demo, alertmanagerConfig({ webhookUrl: "http://127.0.0.1:9801/alerts" }));
    for (const file of [config, demo]) {
      expect(() => execFileSync("amtool", ["check-config", file], { stdio: "pipe" })).not.toThrow();
    }
  });

  it("routes by severity, and Maestro's alerts to e-mail and webhook as well", () => {
    expect(receiversFor("severity=critical", "system=automation")).toBe("pagerduty-and-slack");
    expect(receiversFor("severity=warning", "system=automation")).toBe("slack");
    expect(receiversFor("severity=critical", "system=maestro")).toBe("maestro,pagerduty-and-slack");
    expect(receiversFor("severity=warning", "system=maestro")).toBe("maestro,slack");
  });
});

describe("rules", () => {
  it("record what Maestro's team asked for, every 30 seconds", () => {
    const group = groups.find(({ name }) => name === "maestro_ml");
    expect(group?.interval).toBe("30s");
    expect(group?.rules.map(({ record, expr }) => [record, expr])).toEqual([
      ["maestro:http_request_rate:5m", "sum by (endpoint) (rate(maestro_http_requests_total[5m]))"],
      [
        "maestro:http_request_latency_p95:5m",
        "histogram_quantile(0.95, sum(rate(maestro_http_request_duration_seconds_bucket[5m])) by (le, endpoint))",
      ],
    ]);
  });

  it("parse with the console's own parser", () => {
    for (const { expr } of rules) expect(metricsOf(expr), expr).not.toEqual([]);
  });

  it("have a test file each", () => {
    for (const file of yamlFiles(rulesFolder)) {
      expect(existsSync(at(testsFolder, file.replace(".yml", ".test.yml"))), file).toBe(true);
    }
  });
});

describe("demo faults", () => {
  it("have an alert of their name each", () => {
    const names = alerts.map(({ alert }) => kebab(alert)).filter((name) => name !== "target-down");
    expect(FAULTS.map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe.each(alerts.map((alert) => [alert.alert, alert] as const))("%s", (name, alert) => {
  it("has a severity, a system and texts", () => {
    expect(["critical", "warning"]).toContain(alert.labels.severity);
    expect(alert.labels.system).toBeTruthy();
    expect(alert.for).toMatch(/^[12]m$/);
    for (const key of ["summary", "description"]) expect(alert.annotations[key], key).toBeTruthy();
  });

  it("has a runbook of its name", () => {
    expect(alert.annotations.runbook_url).toBe(`monitoring/runbooks/${kebab(name)}.md`);
    expect(readFileSync(at("runbooks", `${kebab(name)}.md`), "utf8")).toContain(`# ${name}`);
  });

  it("has a unit test in which it fires and one in which it does not", () => {
    const file = alert.file.replace(".yml", ".test.yml");
    const { tests } = z
      .object({
        tests: z.array(
          z.object({
            alert_rule_test: z
              .array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) }))
              .default([]),
          }),
        ),
      })
      .parse(parse(readFileSync(at(testsFolder, file), "utf8")));
    const cases = tests.flatMap((test) => test.alert_rule_test).filter(({ alertname }) => alertname === name);
    expect(cases.some(({ exp_alerts }) => exp_alerts.length > 0)).toBe(true);
    expect(cases.at(-1)?.exp_alerts).toEqual([]);
  });

  it("points at a panel that exists", () => {
    const { dashboard: uid = "", panel } = alert.annotations;
    if (uid.includes("{{")) {
      const uids = [...uid.matchAll(/}}([\w-]+)/g)].map((match) => match[1] ?? "");
      expect(uids.length).toBe(5);
      for (const each of uids) expect(dashboards.has(each), each).toBe(true);
      return;
    }
    expect(dashboards.get(uid)?.panels.map(({ title }) => title)).toContain(panel);
  });
});
