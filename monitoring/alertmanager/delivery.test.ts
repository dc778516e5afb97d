import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parse, stringify } from "yaml";
import { httpSink, smtpSink } from "./sinks";

const program = ["alertmanager", "prometheus-alertmanager"].find(
  (name) => spawnSync(name, ["--version"]).error === undefined,
);
if (!program) console.warn("Alertmanager is not on PATH: deliveries are not tested. npm test installs it.");

const folder = mkdtempSync(join(tmpdir(), "panelsmith-alertmanager-"));

/** The configuration as it is shipped, with its addresses and waiting times replaced by those of this test. */
function testConfig(sinkUrl: string, smtpPort: number): string {
  const text = readFileSync(join(import.meta.dirname, "alertmanager.yml"), "utf8")
    .replaceAll("/run/secrets/", `${folder}/`)
    .replaceAll(/group_wait: \w+/g, "group_wait: 100ms")
    .replaceAll(/group_interval: \w+/g, "group_interval: 500ms")
    .replace("https://hooks.example.org/maestro", `${sinkUrl}/webhook`)
    .replace("smtp.example.org:587", `127.0.0.1:${smtpPort}`)
    .replace("templates/*.tmpl", join(import.meta.dirname, "templates/*.tmpl"));
  const config = parse(text);
  Object.assign(config.global, { pagerduty_url: `${sinkUrl}/pagerduty`, smtp_require_tls: false });
  delete config.global.smtp_auth_username;
  delete config.global.smtp_auth_password_file;
  return stringify(config);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

describe.skipIf(!program)("a real Alertmanager with the shipped configuration", () => {
  let http: Awaited<ReturnType<typeof httpSink>>;
  let smtp: Awaited<ReturnType<typeof smtpSink>>;
  let alertmanager: ChildProcess;
  let url: string;

  const bodiesFor = (path: string, about: string) =>
    http.received
      .filter((request) => request.path === path && request.body.includes(about))
      .map(({ body }) => JSON.parse(body));
  const mailsAbout = (about: string) => smtp.mails.filter((mail) => mail.includes(about));

  async function post(labels: Record<string, string>, resolved = false): Promise<void> {
    const annotations = {
      summary: `summary of ${labels.alertname}`,
      description: "what it means",
      runbook_url: "monitoring/runbooks/x.md",
      dashboard: "api-metrics",
    };
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const alert = { labels, annotations, startsAt, ...(resolved && { endsAt: new Date().toISOString() }) };
    const headers = { "content-type": "application/json" };
    const { status } = await fetch(`${url}/api/v2/alerts`, {
      method: "POST",
      headers,
      body: JSON.stringify([alert]),
    });
    expect(status).toBe(200);
  }

  beforeAll(async () => {
    [http, smtp] = await Promise.all([httpSink(), smtpSink()]);
    writeFileSync(join(folder, "slack_api_url"), `${http.url}/slack`);
    writeFileSync(join(folder, "pagerduty_routing_key"), "routing-key");
    writeFileSync(join(folder, "webhook_token"), "webhook-token");
    writeFileSync(join(folder, "alertmanager.yml"), testConfig(http.url, smtp.port));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    alertmanager = spawn(program ?? "", [
      `--config.file=${join(folder, "alertmanager.yml")}`,
      `--storage.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
      "--cluster.listen-address=",
    ]);
    await vi.waitFor(async () => expect((await fetch(`${url}/-/ready`)).ok).toBe(true), { timeout: 10_000 });
  }, 15_000);

  afterAll(() => {
    alertmanager?.kill();
    http?.close();
    smtp?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("tells PagerDuty and Slack of a critical alert, and of its end", { timeout: 20_000 }, async () => {
    const labels = { alertname: "AutomationApiFailures", system: "automation", severity: "critical" };
    const pagerduty = () => bodiesFor("/pagerduty", labels.alertname);
    const slack = () => bodiesFor("/slack", labels.alertname);
    await post(labels);
    await vi.waitFor(
      () => {
        expect(pagerduty()[0]).toMatchObject({ event_action: "trigger", routing_key: "routing-key" });
        const [attachment] = slack()[0].attachments;
        expect(attachment.title).toBe("[FIRING 1] automation: AutomationApiFailures");
        expect(attachment.text).toContain("summary of AutomationApiFailures");
        expect(attachment.text).toContain("Runbook: monitoring/runbooks/x.md");
      },
      { timeout: 8_000 },
    );
    await post(labels, true);
    await vi.waitFor(
      () => {
        expect(pagerduty().at(-1)).toMatchObject({
          event_action: "resolve",
          dedup_key: pagerduty()[0].dedup_key,
        });
        expect(slack().at(-1).attachments[0].title).toBe("[RESOLVED] automation: AutomationApiFailures");
      },
      { timeout: 8_000 },
    );
  });

  it("tells Maestro's team by e-mail and webhook too, and wakes nobody for a warning", {
    timeout: 20_000,
  }, async () => {
    const labels = { alertname: "MaestroQuota", system: "maestro", severity: "warning", tenant_id: "acme" };
    await post(labels);
    await vi.waitFor(
      () => {
        expect(mailsAbout("MaestroQuota")[0]).toContain("To: maestro@example.org");
        expect(bodiesFor("/webhook", "MaestroQuota")[0]).toMatchObject({ status: "firing" });
        expect(bodiesFor("/slack", "MaestroQuota")).not.toEqual([]);
      },
      { timeout: 8_000 },
    );
    await post(labels, true);
    await vi.waitFor(
      () => {
        expect(bodiesFor("/webhook", "MaestroQuota").at(-1)).toMatchObject({ status: "resolved" });
        expect(mailsAbout("[RESOLVED] maestro")).not.toEqual([]);
      },
      { timeout: 8_000 },
    );
    expect(http.received.find(({ path }) => path === "/webhook")?.authorization).toBe("Bearer webhook-token");
    expect(bodiesFor("/pagerduty", "MaestroQuota")).toEqual([]);
  });

  it("keeps still about a system whose target is down", { timeout: 20_000 }, async () => {
    await post({ alertname: "TargetDown", system: "bookmarkai", severity: "critical" });
    await post({ alertname: "BookmarkaiQueueBacklog", system: "bookmarkai", severity: "warning" });
    await vi.waitFor(
      async () => {
        const alerts: { labels: { alertname: string }; status: { inhibitedBy: string[] } }[] = await (
          await fetch(`${url}/api/v2/alerts?filter=system="bookmarkai"`)
        ).json();
        const backlog = alerts.find(({ labels }) => labels.alertname === "BookmarkaiQueueBacklog");
        expect(backlog?.status.inhibitedBy).toHaveLength(1);
        expect(bodiesFor("/slack", "TargetDown")).not.toEqual([]);
      },
      { timeout: 8_000 },
    );
    expect(bodiesFor("/slack", "BookmarkaiQueueBacklog")).toEqual([]);
  });
});
