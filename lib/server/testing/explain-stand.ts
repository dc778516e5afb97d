import type { ServerResponse } from "node:http";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import type { TenantContext } from "@/lib/server/tenants/context";
import { emptyVector, type FakeUpstream, startFakeUpstream } from "./fake-upstream";
import { type BackfilledSeries, startTestPrometheus } from "./prometheus";

const stepSeconds = 15;

/** The metrics that faults are made in: name, type, labels with their values. */
export const knownMetrics: {
  name: string;
  type: "counter" | "gauge" | "bucket";
  labels: Record<string, string[]>;
}[] = [
  {
    name: "celery_workers",
    type: "gauge",
    labels: { queue: ["high", "low"], hostname: ["worker-1", "worker-2"] },
  },
  { name: "celery_task_queued", type: "gauge", labels: { queue: ["high", "low", "default"] } },
  {
    name: "celery_task_failed_total",
    type: "counter",
    labels: { task: ["summarize", "transcribe"], hostname: ["worker-1"] },
  },
  {
    name: "maestro_http_requests_total",
    type: "counter",
    labels: { endpoint: ["/models", "/runs"], status: ["200", "404", "500"] },
  },
  { name: "maestro_tenant_quota_usage_ratio", type: "gauge", labels: { resource: ["models", "storage"] } },
  {
    name: "maestro_http_request_duration_seconds_bucket",
    type: "bucket",
    labels: { endpoint: ["/models"], le: ["0.1", "1", "+Inf"] },
  },
  { name: "maestro_http_request_duration_seconds_sum", type: "counter", labels: { endpoint: ["/models"] } },
  { name: "ml_training_accuracy", type: "gauge", labels: { model_id: ["resnet", "bert"] } },
  {
    name: "ml_jobs_total",
    type: "counter",
    labels: { job_type: ["training", "tuning"], state: ["COMPLETED", "FAILED"] },
  },
  { name: "process_resident_memory_bytes", type: "gauge", labels: { service: ["api", "worker"] } },
  {
    name: "test_watcher_files_processed_total",
    type: "counter",
    labels: { trigger: ["scheduled", "manual"] },
  },
  { name: "codeconductor_uptime_seconds", type: "gauge", labels: { region: ["eu", "us"] } },
];

export type ExplainStand = Awaited<ReturnType<typeof startExplainStand>>;

/**
 * A real server with the series of two tenants, and upstreams that are none. Prometheus scrapes a live and a dead target
 * besides; a VictoriaMetrics as started here does not scrape.
 */
export async function startExplainStand(start: typeof startTestPrometheus = startTestPrometheus) {
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const exporter = await startFakeUpstream();
  exporter.answer((_, response) => void response.setHeader("content-type", "text/plain").end(exporterPage()));
  const prometheus = await start({
    startSeconds: nowSeconds - 4 * 3_600,
    endSeconds: nowSeconds - 30,
    stepSeconds,
    series: backfilledSeries(nowSeconds),
    scrapes: [
      { job: "live", target: new URL(exporter.url).host, labels: { tenant_id: "a" } },
      { job: "dead", target: "127.0.0.1:1", labels: { tenant_id: "a" } },
    ],
    flags: ["--query.max-samples=200000"],
  });
  if (start === startTestPrometheus)
    await until(async () => (await fetch(`${prometheus.url}/api/v1/metadata`)).text(), /live_temperature/);
  const others = await startOthers();
  const urls: Record<string, string> = {
    prometheus: prometheus.url,
    exporter: exporter.url,
    closed: "http://127.0.0.1:1",
    ...Object.fromEntries(Object.entries(others).map(([name, { url }]) => [name, url])),
  };
  return {
    nowSeconds,
    urls,
    /** Functions over a window need two samples of the live target. */
    scrapedTwice: () =>
      until(
        async () =>
          (await fetch(`${prometheus.url}/api/v1/query?query=count_over_time(live_load[1m])`)).text(),
        /"([2-9]|\d\d+)"\]/,
      ),
    datasource: (name: string) => datasourceAt(name, urls[name] ?? "http://127.0.0.1:1"),
    stop: () =>
      Promise.all([prometheus.stop(), exporter.stop(), ...Object.values(others).map((one) => one.stop())]),
  };
}

function datasourceAt(name: string, url: string): PrometheusDatasource {
  return {
    id: name,
    tenantId: "explain",
    uid: name,
    name,
    url,
    matchers: { tenant_id: "a" },
    headers: {},
    enforceConflict: "empty",
    revision: 1,
    queriesPerMinute: 1e9,
  };
}

/** Somebody of the tenant, for what asks no database. */
export function someContext(role: TenantContext["role"]): TenantContext {
  return {
    tenant: { id: "explain", slug: "explain", name: "Explain" },
    role,
    actor: { kind: "user", id: "somebody", name: "Somebody" },
    requestId: "explain",
    ip: null,
  };
}

function backfilledSeries(nowSeconds: number): BackfilledSeries[] {
  const own = knownMetrics.flatMap(({ name, type, labels }) =>
    combinations({ tenant_id: ["a"], ...labels }).map((text, index): BackfilledSeries => {
      const rising = (at: number) => Math.floor((at - nowSeconds + 20_000) / 15) * (index + 1);
      return { series: `${name}{${text}}`, valueAt: type === "gauge" ? () => index + 1 : rising };
    }),
  );
  const end = nowSeconds - 2 * 3_600;
  const while_ = (from: number, to: number, value: number) => (at: number) =>
    at >= from && at <= to ? value : null;
  const early = ["old_total", "old_gauge", "retired_jobs"].map((name) => ({
    series: `${name}{tenant_id="a",zone="x"}`,
    valueAt: while_(0, end, 5),
  }));
  return [
    ...own,
    ...early,
    { series: 'late_gauge{tenant_id="a"}', valueAt: while_(nowSeconds - 1_200, nowSeconds, 1) },
    { series: 'dead_queue{tenant_id="a",job="dead",instance="127.0.0.1:1"}', valueAt: while_(0, end, 5) },
    { series: 'dead_total{tenant_id="a",job="dead",instance="127.0.0.1:1"}', valueAt: while_(0, end, 5) },
    { series: 'gone_gauge{tenant_id="a",job="gone",instance="g:1"}', valueAt: while_(0, end, 5) },
    { series: 'up{tenant_id="a",job="gone",instance="g:1"}', valueAt: while_(0, end + 1_800, 1) },
    {
      series: 'restarted_total{tenant_id="a"}',
      valueAt: (at) => (at < nowSeconds - 2_700 ? 9_000 + at - nowSeconds + 14_400 : 10),
    },
    {
      series: 'minutely{tenant_id="a"}',
      valueAt: (at) => (Math.floor(at / stepSeconds) % 4 === 0 ? at : null),
    },
    { series: 'shard_size{tenant_id="a",shard="1",zone="x"}', valueAt: () => 1 },
    { series: 'shard_size{tenant_id="a",shard="2",zone="y"}', valueAt: () => 1 },
    { series: 'only_b{tenant_id="b"}', valueAt: () => 1 },
    { series: 'celery_workers{tenant_id="b",queue="secret",hostname="b-host"}', valueAt: () => 1 },
  ];
}

function combinations(labels: Record<string, string[]>): string[] {
  return Object.entries(labels).reduce<string[]>(
    (texts, [label, values]) =>
      texts.flatMap((text) => values.map((value) => `${text === "" ? "" : `${text},`}${label}="${value}"`)),
    [""],
  );
}

function exporterPage(): string {
  return [
    "# HELP live_temperature Temperature.\n# TYPE live_temperature gauge\nlive_temperature 21",
    "# HELP live_load Load.\n# TYPE live_load gauge\nlive_load 3",
    "# HELP live_jobs_total Jobs.\n# TYPE live_jobs_total counter\nlive_jobs_total 7",
    "# HELP live_calls_total Calls.\n# TYPE live_calls_total counter\nlive_calls_total 9",
  ]
    .join("\n")
    .concat("\n");
}

const json = (text: string) => (_: unknown, response: ServerResponse) =>
  void response.setHeader("content-type", "application/json").end(text);

/** What people enter as the address of a Prometheus, and what servers do when they are unwell. */
async function startOthers(): Promise<Record<string, FakeUpstream>> {
  const page =
    (text: string, status = 200) =>
    (_: unknown, response: ServerResponse) =>
      void response.writeHead(status, { "content-type": "text/html" }).end(text);
  const answers: Record<string, Parameters<FakeUpstream["answer"]>[0]> = {
    html: page("<!doctype html><title>Shop</title>"),
    grafana: (request, response) =>
      request.url.startsWith("/api/health")
        ? json('{"commit":"x","database":"ok","version":"12.0.0"}')(request, response)
        : void response.writeHead(404).end('{"message":"Not found"}'),
    api: json('{"items":[],"page":1}'),
    redirect: (_, response) => void response.writeHead(302, { location: "https://example.org/login" }).end(),
    broken: (_, response) => void response.writeHead(500).end("internal error"),
    locked: (_, response) => void response.writeHead(401).end(),
    silent: () => undefined,
    slow: (request, response) => {
      const easy = request.url.includes("query=vector");
      if (easy) json(emptyVector)(request, response);
    },
  };
  const started = Object.entries(answers).map(async ([name, answer]) => {
    const upstream = await startFakeUpstream();
    upstream.answer(answer);
    return [name, upstream] as const;
  });
  return Object.fromEntries(await Promise.all(started));
}

async function until(read: () => Promise<string>, wanted: RegExp): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (wanted.test(await read().catch(() => ""))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain for ${wanted}.`);
}
