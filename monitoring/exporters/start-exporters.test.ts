import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFamily } from "./family/family.ts";
import { samplesOf } from "./family/samples.ts";
import { type RunningExporters, startExporters } from "./start-exporters.ts";
import { modelOf, SYSTEMS, type System } from "./systems.ts";
import { hasPromtool } from "./testing/prometheus.ts";

/** Names that the systems chose long ago and dashboards rely on, against what promtool would choose. */
const NAMED_BY_THE_SYSTEMS = [
  "codeconductor_successful_requests",
  "codeconductor_total_requests",
  "ml_job_features_count",
  "ml_job_phases_count",
  "ml_models_total",
  "maestro_ml_models_total",
];

const folder = mkdtempSync(join(tmpdir(), "exporters-start-"));
const stateFile = join(folder, "state.json");
let running: RunningExporters;

beforeEach(async () => {
  running = await startExporters({ basePort: 0, stateFile });
});

afterEach(() => running.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function url(system: System, path: string): string {
  return `http://127.0.0.1:${running.ports[system]}${path}`;
}

async function metrics(system: System): Promise<string> {
  return (await fetch(url(system, "/metrics"))).text();
}

async function sample(system: System, series: string): Promise<number> {
  const line = (await metrics(system)).split("\n").find((text) => text.startsWith(`${series} `));
  return Number(line?.split(" ").at(-1) ?? Number.NaN);
}

async function post(system: System, path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url(system, path), { method: "POST", headers, body: JSON.stringify(body) });
}

describe.each(SYSTEMS)("the exporter of %s", (system) => {
  it("is alive and says what it is", async () => {
    expect((await fetch(url(system, "/healthz"))).status).toBe(200);
    expect(await (await fetch(url(system, "/"))).text()).toContain(`Demo exporter of ${system}`);
    expect((await fetch(url(system, "/nothing"))).status).toBe(404);
  });

  it("exposes every series of its model", async () => {
    const text = await metrics(system);
    const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const expected = modelOf(system).flatMap((family) => samplesOf(readFamily(family, Date.now() / 1000)));
    expect(lines.length).toBe(expected.length);
    for (const { name, type } of modelOf(system)) expect(text).toContain(`# TYPE ${name} ${type}\n`);
  });

  it.skipIf(!hasPromtool)("is understood by promtool, which finds no fault but given names", async () => {
    const checked = spawnSync("promtool", ["check", "metrics"], {
      input: await metrics(system),
      encoding: "utf8",
    });
    const findings = checked.stderr.split("\n").filter((line) => line !== "");
    expect(findings.filter((line) => !NAMED_BY_THE_SYSTEMS.includes(line.split(" ")[0] ?? ""))).toEqual([]);
    expect([0, 3]).toContain(checked.status);
  });

  it("takes load that shows in its metrics", async () => {
    const counted = {
      codeconductor: "codeconductor_total_requests",
      "ml-training": "ml_active_jobs",
      automation: 'test_watcher_tests_run_total{status="fail"}',
      maestro: 'maestro_ml_model_operations_total{tenant_id="acme",operation="deploy"}',
      bookmarkai: 'celery_task_sent_total{task="transcribe_audio"}',
    }[system];
    const before = await sample(system, counted);
    const answer = await (await post(system, "/load", { step: 0 })).json();
    expect(answer).toMatchObject({ system, title: expect.any(String) });
    await expect
      .poll(() => sample(system, counted), { timeout: 8000, interval: 200 })
      .toBeGreaterThanOrEqual(before + 1);
  }, 10_000);
});

describe("a training job sent as load", () => {
  it("can be watched by its own series", async () => {
    await post("ml-training", "/load", { step: 0 });
    await wait(1100);
    const lines = (await metrics("ml-training")).split("\n").filter((line) => line.includes('job_id="demo-'));
    const names = lines.map((line) => line.split("{")[0]);
    expect(names).toEqual(
      expect.arrayContaining(["ml_job_progress_percent", "ml_job_status", "ml_job_phases_count"]),
    );
    const progress = Number(
      lines
        .find((line) => line.startsWith("ml_job_progress"))
        ?.split(" ")
        .at(-1),
    );
    expect(progress).toBeGreaterThan(0.5);
    expect(progress).toBeLessThan(20);
  });
});

describe("faults", () => {
  it("change the metrics until they are cleared", async () => {
    expect(await sample("ml-training", "ml_db_connected")).toBe(1);
    expect((await post("ml-training", "/fault", { fault: "ml-database-down", minutes: 1 })).status).toBe(200);
    expect(await sample("ml-training", "ml_db_connected")).toBe(0);
    const listed = await (await fetch(url("ml-training", "/fault"))).json();
    expect(listed).toMatchObject({ active: [{ fault: "ml-database-down" }] });
    await post("ml-training", "/fault", { fault: "ml-database-down", clear: true });
    expect(await sample("ml-training", "ml_db_connected")).toBe(1);
  });

  it("are refused where they do not belong", async () => {
    const refused = await post("maestro", "/fault", { fault: "ml-database-down" });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ error: expect.stringContaining("maestro-quota") });
  });

  it.each([
    [{ fault: "maestro-quota", minutes: 0 }, 400],
    [{ fault: "maestro-quota", minutes: "ten" }, 400],
    [{ fault: "maestro-quota", other: 1 }, 400],
  ])("refuse %j", async (body, status) => {
    expect((await post("maestro", "/fault", body)).status).toBe(status);
  });

  it("refuse a body that is not declared as JSON", async () => {
    const plain = await fetch(url("maestro", "/fault"), {
      method: "POST",
      body: '{"fault":"maestro-quota"}',
    });
    expect(plain.status).toBe(415);
    const broken = { method: "POST", body: "{", headers: { "content-type": "application/json" } };
    expect((await fetch(url("maestro", "/fault"), broken)).status).toBe(400);
  });
});

describe("a restart", () => {
  it("takes no counter back", async () => {
    const series = "codeconductor_total_requests";
    for (let step = 0; step < 10; step++) await post("codeconductor", "/load", { step });
    await post("codeconductor", "/fault", { fault: "codeconductor-slow" });
    await wait(1500);
    const before = await sample("codeconductor", series);
    const plain = samplesOf(
      readFamily(modelOf("codeconductor")[0] ?? expect.fail("no family"), Date.now() / 1000),
    )[0];
    expect(before).toBeGreaterThanOrEqual((plain?.value ?? Infinity) + 10);
    await running.close();
    running = await startExporters({ basePort: 0, stateFile });
    const after = await sample("codeconductor", series);
    expect(after).toBeGreaterThanOrEqual(before);
    expect(after).toBeLessThan(before + 50);
    await post("codeconductor", "/fault", { fault: "codeconductor-slow", clear: true });
  });
});

describe("Alertmanager's webhook", () => {
  it("is taken and can be read back", async () => {
    const alert = { status: "firing", labels: { alertname: "MaestroQuota" }, startsAt: "a", endsAt: "b" };
    const sent = await post("codeconductor", "/alerts", { version: "4", status: "firing", alerts: [alert] });
    expect(sent.status).toBe(200);
    expect(await (await fetch(url("codeconductor", "/alerts"))).json()).toMatchObject({ received: [alert] });
  });
});
