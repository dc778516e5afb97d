import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { HTTPPrometheusClient } from "@prometheus-io/codemirror-promql/dist/cjs/client/prometheus";
import { PrometheusDriver } from "prometheus-query";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as route from "@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route";
import { createApiToken } from "@/lib/server/tenants/api-tokens";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { type ServedRoutes, serveRoutes } from "@/lib/server/testing/serve-routes";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const run = promisify(execFile);
const tenants = ["a", "b"];
const endSeconds = Math.floor(Date.now() / 1_000 / 30) * 30;
const startSeconds = endSeconds - 1_800;

let prometheus: TestPrometheus;
let console_: ServedRoutes;
let tenant: TestTenant;
let token = "";
let exporters: { port: number; stop(): void }[] = [];

/** A page with one metric of the tenant's own, so that Prometheus has metadata of it. */
async function startExporter(name: string): Promise<{ port: number; stop(): void }> {
  const page = `# HELP only_${name} Secret of ${name}.\n# TYPE only_${name} gauge\nonly_${name} 1\n`;
  const headers = { "content-type": "text/plain; version=0.0.4" };
  const server = createServer((_, response) => void response.writeHead(200, headers).end(page));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}

function rules(): string {
  const alerts = tenants.map((name) => ({
    alert: `Firing${name.toUpperCase()}`,
    expr: `only_${name} > 0`,
    labels: { tenant_id: name },
  }));
  const records = tenants.map((name) => ({
    record: `job:recorded_${name}`,
    expr: `sum(only_${name})`,
    labels: { tenant_id: name },
  }));
  return JSON.stringify({ groups: [{ name: "all", rules: [...alerts, ...records] }] });
}

beforeAll(async () => {
  exporters = await Promise.all(tenants.map(startExporter));
  prometheus = await startTestPrometheus({
    startSeconds,
    endSeconds,
    stepSeconds: 30,
    series: ["a", "b", "none"].flatMap((owner) =>
      ["1", "2"].map((job) => ({
        series: `canary{job="${job}",owner="${owner}"${owner === "none" ? "" : `,tenant_id="${owner}"`}}`,
        valueAt: (at: number) => (at - startSeconds) * Number(job) + (owner === "a" ? 0 : 1e6),
      })),
    ),
    scrapes: exporters.map(({ port }, index) => ({
      job: `exporter-${tenants[index]}`,
      target: `127.0.0.1:${port}`,
      labels: { tenant_id: tenants[index] ?? "" },
    })),
    rules: rules(),
  });
  tenant = await createTestTenant("A");
  await createTestDatasource(tenant.admin, { url: prometheus.url, matchers: { tenant_id: "a" } });
  token = (await createApiToken(tenant.admin, { name: "client", role: "viewer" })).token;
  console_ = await serveRoutes({
    "api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]": route,
  });
});
afterAll(async () => {
  for (const exporter of exporters) exporter.stop();
  await Promise.all([prometheus.stop(), console_.stop()]);
});

const basePath = () => `/api/v1/tenants/${tenant.tenant.slug}/datasources/prometheus/prometheus`;
const foreign = /"?owner"?[:=] ?"(b|none)"|only_b|Secret of b|FiringB|recorded_b/;

describe("promtool", () => {
  const promtool = async (...args: string[]) => {
    const server = new URL(basePath(), console_.url);
    Object.assign(server, { username: "token", password: token });
    const [command = "", ...rest] = args;
    const at = rest.findIndex((arg) => !arg.startsWith("-"));
    const places =
      at === -1 ? [...rest, server.href] : [...rest.slice(0, at), server.href, ...rest.slice(at)];
    const { stdout } = await run("promtool", ["query", command, ...places]);
    expect(stdout).not.toMatch(foreign);
    return stdout;
  };

  it("queries an instant, a range, series and label values", async () => {
    const between = [`--start=${startSeconds}`, `--end=${endSeconds}`];
    const instant = await promtool("instant", `--time=${endSeconds}`, 'canary{job=~"1|2"}');
    expect(instant.match(/^canary\{.*owner="a"/gm)).toHaveLength(2);
    expect(instant).toContain(`=> 3600 @[${endSeconds}]`);
    const range = await promtool("range", ...between, "--step=60s", "sum(canary) by (owner)");
    expect(range).toContain('{owner="a"} =>');
    expect(range.match(/ @\[/g)).toHaveLength(31);
    const series = await promtool("series", ...between, '--match={__name__=~"can.*"}', "--match=only_b");
    expect(series.match(/owner="a"/g)).toHaveLength(2);
    expect((await promtool("labels", ...between, "owner")).trim()).toBe("a");
  });

  it("is told errors in words", async () => {
    await expect(promtool("instant", "sum(")).rejects.toThrow(/bad_data: .*parse error/);
  });
});

describe("prometheus-query", () => {
  it("reads through it unchanged", async () => {
    const driver = new PrometheusDriver({
      endpoint: console_.url + basePath(),
      headers: { Authorization: `Bearer ${token}` },
    });
    const [start, end] = [new Date(startSeconds * 1_000), new Date(endSeconds * 1_000)];
    const instant = await driver.instantQuery("canary", end);
    expect(instant.resultType).toBe("vector");
    expect(instant.result.map(({ value }) => value.value).sort()).toEqual([1_800, 3_600]);
    const range = await driver.rangeQuery("rate(canary[5m])", start, end, 60);
    expect(range.result.map(({ metric }) => Object(metric.labels).owner)).toEqual(["a", "a"]);
    const series = await driver.series('{__name__=~".*"}', start, end);
    expect(JSON.stringify(series)).not.toMatch(foreign);
    expect(await driver.labelNames()).toContain("owner");
    expect(await driver.labelValues("owner", [], start, end)).toEqual(["a"]);
    const groups = await vi.waitFor(async () => {
      const found = await driver.rules();
      expect(JSON.stringify(found)).toContain("FiringA");
      return found;
    }, 10_000);
    expect(JSON.stringify(groups)).not.toMatch(foreign);
    const alerts = await vi.waitFor(async () => {
      const found = await driver.alerts();
      expect(found).toHaveLength(1);
      return found;
    }, 10_000);
    expect(JSON.stringify(alerts)).not.toMatch(foreign);
    const metadata = await vi.waitFor(async () => {
      const found = await driver.metadata();
      expect(found).toHaveProperty("only_a");
      return found;
    }, 10_000);
    expect(JSON.stringify(metadata)).not.toMatch(foreign);
  });
});

describe("the PromQL completion of CodeMirror", () => {
  it("finds the tenant's own names alone", async () => {
    const failures: unknown[] = [];
    for (const httpMethod of ["POST", "GET"] as const) {
      const client = new HTTPPrometheusClient({
        url: console_.url + basePath(),
        httpMethod,
        lookbackInterval: 3_600_000,
        requestHeaders: new Headers({ Authorization: `Bearer ${token}` }),
        httpErrorHandler: (error) => failures.push(error),
      });
      const names = await client.metricNames();
      expect(names).toContain("canary");
      expect(names.join()).not.toMatch(foreign);
      expect(await client.labelNames("canary")).toEqual(["__name__", "job", "owner", "tenant_id"]);
      expect(await client.labelValues("owner", "canary")).toEqual(["a"]);
      expect(await client.series("canary")).toHaveLength(2);
      expect(Object.keys(await client.metricMetadata())).toContain("only_a");
      expect(failures).toEqual([]);
      expect(await client.flags()).toEqual({});
      expect(failures.splice(0)).toHaveLength(1);
    }
  });
});

describe("a Grafana data source", () => {
  const grafana = async (path: string, form?: Record<string, string>) => {
    const response = await fetch(`${console_.url}${basePath()}/api/v1/${path}`, {
      method: form ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${token}`,
        "x-grafana-org-id": "1",
        "x-panel-id": "2",
        "user-agent": "Grafana/11.0.0",
        "accept-encoding": "gzip",
      },
      body: form ? new URLSearchParams(form) : undefined,
    });
    const text = await response.text();
    expect(text).not.toMatch(foreign);
    return { status: response.status, json: JSON.parse(text) };
  };

  it("passes its own test, and finds what its editor and its panels ask for", async () => {
    expect((await grafana("query", { query: "1+1", time: String(endSeconds) })).json.data.resultType).toBe(
      "scalar",
    );
    expect((await grafana("status/buildinfo")).json.data.version).toMatch(/^\d+\.\d+/);
    const times = { start: String(startSeconds), end: String(endSeconds) };
    const ranged = await grafana("query_range", { query: "sum(rate(canary[1m0s]))", ...times, step: "15" });
    expect(ranged.json.data.result).toHaveLength(1);
    for (const query of ["canary", "1 + 1"]) {
      const exemplars = await grafana("query_exemplars", { query, ...times });
      expect(exemplars).toEqual({ status: 200, json: { status: "success", data: [] } });
    }
    const between = new URLSearchParams(times);
    expect((await grafana(`label/__name__/values?${between}`)).json.data).toContain("canary");
    expect((await grafana(`label/owner/values?${between}&match%5B%5D=canary`)).json.data).toEqual(["a"]);
    expect((await grafana("labels", { ...times, "match[]": '{__name__="canary"}' })).json.data).toContain(
      "job",
    );
    expect((await grafana("series", { ...times, "match[]": "canary", limit: "1" })).json).toMatchObject({
      data: [{ owner: "a" }],
      warnings: ["results truncated due to limit"],
    });
    expect((await grafana("metadata?limit=1")).status).toBe(200);
    expect((await grafana("rules?type=alert")).status).toBe(200);
    expect((await grafana("format_query", { query: "sum(canary)by(owner)" })).json.data).toContain("canary");
    expect((await grafana("status/flags")).status).toBe(404);
  });

  it("gets statistics and warnings that it asks for", async () => {
    const query = 'canary{tenant_id="b"}';
    const { json } = await grafana("query", { query, stats: "all", time: String(endSeconds) });
    expect(json.data.stats).toHaveProperty("samples");
    expect(json.warnings).toEqual([expect.stringContaining('"tenant_id"')]);
  });

  it("is refused without a token, and answered 405 for other methods", async () => {
    const url = `${console_.url}${basePath()}/api/v1/query?query=up`;
    expect((await fetch(url)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    for (const method of ["HEAD", "OPTIONS", "DELETE", "PUT", "PATCH"]) {
      expect([method, (await fetch(url, { method, headers })).status]).toEqual([method, 405]);
    }
  });
});
