// Gateway against Prometheus itself, side by side in one run: node scripts/run.mjs scripts/bench/gateway.ts [runs]
import { Agent, request } from "undici";
import { startTestPrometheus } from "../../lib/server/testing/prometheus.ts";

process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
const { askGateway } = await import("../../lib/server/prometheus/gateway.ts");
const { enforceMatchers } = await import("../../lib/shared/promql/enforce.ts");
const { toParams } = await import("../../lib/server/prometheus/read-params.ts");
const { toRangeFrame } = await import("../../lib/shared/prometheus/to-frame.ts");

const runs = Number(process.argv[2] ?? 200);
const end = Math.floor(Date.now() / 15_000) * 15;
const hours = 6;

const prometheus = await startTestPrometheus({
  startSeconds: end - hours * 3_600,
  endSeconds: end,
  stepSeconds: 15,
  series: Array.from({ length: 40 }, (_, index) => ({
    series: `requests_total{tenant_id="${index % 2 ? "acme" : "globex"}",path="/p${index}"}`,
    valueAt: (at: number) => at - end + hours * 3_600 + index,
  })),
});

const datasource = {
  id: "bench",
  tenantId: "bench",
  uid: "bench",
  name: "bench",
  url: prometheus.url,
  matchers: { tenant_id: "acme" },
  headers: {},
  enforceConflict: "empty" as const,
  revision: 1,
  queriesPerMinute: 1e9,
};

const dispatcher = new Agent();
const grid = (shift: number) => ({ start: end - hours * 3_600 + shift, end: end - 600 + shift, step: 30 });

async function direct(shift: number): Promise<void> {
  const { start, end: to, step } = grid(shift);
  const query = 'rate(requests_total{tenant_id="acme"}[5m])';
  const body = new URLSearchParams({
    query,
    start: String(start),
    end: String(to),
    step: String(step),
  }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await request(`${prometheus.url}/api/v1/query_range`, {
    method: "POST",
    body,
    headers,
    dispatcher,
  });
  await response.body.json();
}

let revision = 1;

/** Under a new revision nothing is kept. */
async function gateway(shift: number): Promise<void> {
  const params = toParams({ query: "rate(requests_total[5m])", ...grid(shift) });
  revision += 1;
  const fresh = { ...datasource, revision };
  const { data } = await askGateway({ datasource: fresh, endpoint: "query_range", params });
  const { start, end: to, step } = grid(shift);
  toRangeFrame(data, { startSeconds: start, endSeconds: to, stepSeconds: step });
}

async function timed(work: () => Promise<void> | void): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function at(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

const times = { direct: [] as number[], gateway: [] as number[], enforce: [] as number[] };
const text171 = `histogram_quantile(0.95, sum by (le, job) (rate(http_request_duration_seconds_bucket{job=~"api.*",code!~"5.."}[5m]))) > on (job) group_left () (avg by (job) (foo_bar_baz))`;
for (let run = -20; run < runs; run++) {
  const one = await timed(() => direct(run % 20));
  const other = await timed(() => gateway(run % 20));
  if (run < 0) continue;
  times.direct.push(one);
  times.gateway.push(other);
}
for (let run = 0; run < 6_000; run++) {
  const startedAt = performance.now();
  enforceMatchers(text171, datasource.matchers);
  if (run >= 1_000) times.enforce.push(performance.now() - startedAt);
}
await prometheus.stop();

const round = (value: number) => Number(value.toFixed(2));
const p50 = { direct: at(times.direct, 0.5), gateway: at(times.gateway, 0.5) };
console.log(
  JSON.stringify({
    bench: "gateway miss, 20 series x 700 points",
    runs,
    directP50Ms: round(p50.direct),
    gatewayP50Ms: round(p50.gateway),
    ratio: round(p50.gateway / p50.direct),
    addedP50Ms: round(p50.gateway - p50.direct),
    enforceP99Ms: round(at(times.enforce, 0.99)),
    enforcedCharacters: text171.length,
    holds: p50.gateway <= p50.direct + 5 && at(times.enforce, 0.99) < 1,
  }),
);
process.exit(0);
