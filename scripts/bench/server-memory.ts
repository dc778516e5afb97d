// Memory of the whole server while fifty viewers look at dashboards and programs ask mixed questions:
// node scripts/run.mjs scripts/bench/server-memory.ts [minutes] [questions a second]
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { gateway, round } from "./gateway/load.ts";
import { type StandTenant, startGatewayStand } from "./gateway/start-stand.ts";

const minutes = Number(process.argv[2] ?? 1);
const questionsASecond = Number(process.argv[3] ?? 2);
const viewers = 50;
const refreshMs = 10_000;
const hours = 6;
const pageHours = 1;
const marks = 12;
/** What may lie between the middle and the end of the run: collections come when they come. */
const flat = 1.1;

const stand = await startGatewayStand({ tenants: 5, series: 250, hours });
const metricNames = {
  heapMb: "nodejs_heap_size_used_bytes",
  externalMb: "nodejs_external_memory_bytes",
  cacheMb: 'panelsmith_query_cache_bytes{what="used"}',
  cacheLimitMb: 'panelsmith_query_cache_bytes{what="limit"}',
};

const document = {
  uid: "memory",
  title: "Memory",
  schemaVersion: 39,
  panels: [
    "sum(rate(requests_total[5m]))",
    "rate(requests_total[5m])",
    "requests_total",
    "avg(requests_total)",
  ].map((expr, index) => ({
    id: index + 1,
    type: "timeseries",
    title: expr,
    gridPos: { x: 0, y: 8 * index, w: 24, h: 8 },
    targets: [{ refId: "A", expr }],
  })),
};

const endMs = performance.now() + minutes * 60_000;
let looks = 0;
let questions = 0;
let failures = 0;
await Promise.all(stand.tenants.map((tenant) => post(tenant, "dashboards", { document })));
const load = [
  ...Array.from({ length: viewers }, (_, index) => view(stand.tenants[index % stand.tenants.length], index)),
  askMixed(),
];

const seen: Record<string, number>[] = [];
for (let mark = 1; mark <= marks; mark++) {
  await sleep((minutes * 60_000) / marks);
  seen.push(await look(mark));
}
await Promise.all(load);
await stand.stop();
const mean = (of: Record<string, number>[]) =>
  of.reduce((sum, { residentMb = 0 }) => sum + residentMb, 0) / of.length;
const growth = mean(seen.slice(-marks / 4)) / mean(seen.slice(marks / 2, -marks / 4));
const holds = growth <= flat && seen.every(({ cacheMb = 0, cacheLimitMb = 0 }) => cacheMb <= cacheLimitMb);
console.log(
  JSON.stringify({
    bench: `memory of the server, ${viewers} viewers and ${questionsASecond} questions a second, ${minutes} min`,
    looks,
    questions,
    failures,
    residentMb: seen.map(({ residentMb }) => residentMb),
    growthOfLastQuarter: round(growth),
    holds,
  }),
);
process.exit(holds ? 0 : 1);

/** Came at a time of their own, and see the last hour anew at each refresh. */
async function view(tenant: StandTenant | undefined, index: number): Promise<void> {
  if (!tenant) throw new Error("no tenant");
  await sleep((index * refreshMs) / viewers);
  while (performance.now() < endMs) {
    const toMs = Date.now();
    const panels = document.panels.map(({ id }) => ({ panelId: id, maxDataPoints: 800 }));
    const range = { fromMs: toMs - pageHours * 3_600_000, toMs };
    await post(tenant, "panels/query", { dashboardUid: document.uid, ...range, panels });
    looks += 1;
    await sleep(refreshMs);
  }
}

/** Every question is another one, so that the cache fills and has to let go. */
async function askMixed(): Promise<void> {
  const queries = [
    "rate(requests_total{}[5m])",
    "requests_total{}",
    "max by (job) (requests_total{})",
    "requests_total{} @ end()",
  ];
  for (let turn = 0; performance.now() < endMs; turn++) {
    const tenant = stand.tenants[turn % stand.tenants.length];
    const from = stand.endSeconds - hours * 3_600 + ((turn * 7_919) % 10_800);
    const step = [15, 30, 60, 7][turn % 4] ?? 15;
    const end = Math.min(stand.endSeconds, from + 600 + ((turn * 104_729) % 7_200));
    const query = queries[turn % queries.length] ?? "";
    const range = { query, start: from + (turn % 3) * 5, end, step };
    if (tenant) await gateway(stand.consoleUrl, tenant, range).catch(failed);
    questions += 1;
    await sleep(1_000 / questionsASecond);
  }
}

async function post({ slug, token }: StandTenant, path: string, body: object): Promise<void> {
  const response = await fetch(`${stand.consoleUrl}/api/v1/tenants/${slug}/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.ok && !text.includes('"type":"error"')) return;
  failed(`${path}: ${response.status} ${text.slice(0, 300)}`);
}

async function metrics(): Promise<(name: string) => number> {
  const text = await (await fetch(`${stand.consoleUrl}/api/metrics`)).text();
  return (name) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")[1] ?? Number.NaN,
    );
}

async function look(mark: number): Promise<Record<string, number>> {
  const status = readFileSync(`/proc/${stand.consolePid}/status`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
  const read = await metrics();
  const values = {
    minute: round((minutes * mark) / marks),
    residentMb: Math.round(kilobytes("VmRSS") / 1e3),
    mostMb: Math.round(kilobytes("VmHWM") / 1e3),
    ...Object.fromEntries(
      Object.entries(metricNames).map(([key, name]) => [key, Math.round(read(name) / 1e6)]),
    ),
    lagP99Ms: round(read("nodejs_eventloop_lag_p99_seconds") * 1e3),
    cpuSeconds: Math.round(read("process_cpu_seconds_total")),
  };
  console.log(JSON.stringify(values));
  return values;
}

function failed(error: unknown): void {
  failures += 1;
  console.error(new Date().toISOString(), error);
}
