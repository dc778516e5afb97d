// What the query cache takes while many different questions are asked: npm run bench -- cache-memory, or with minutes:
// node scripts/run.mjs scripts/bench/cache-memory.ts 60
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startTestPrometheus } from "../../lib/server/testing/prometheus.ts";
import { round } from "./gateway/load.ts";

const limitMb = 32;
process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
process.env.QUERY_CACHE_MB = String(limitMb);
const { askGatewayForBody } = await import("../../lib/server/prometheus/gateway.ts");
const { cachedBytes } = await import("../../lib/server/prometheus/cache/get-query-cache.ts");
const { toParams } = await import("../../lib/server/prometheus/read-params.ts");

const ms = Number(process.argv[2] ?? 0.5) * 60_000;
const end = Math.floor(Date.now() / 15_000) * 15;
const prometheus = await startTestPrometheus({
  startSeconds: end - 6 * 3_600,
  endSeconds: end,
  stepSeconds: 15,
  series: Array.from({ length: 100 }, (_, index) => ({
    series: `requests_total{tenant_id="t${index % 5}",instance="i${index}",job="j${index % 7}"}`,
    valueAt: (seconds: number) => Math.floor(seconds * (1 + index / 7)),
  })),
});
const queries = [
  "requests_total",
  "rate(requests_total[5m])",
  "sum by (job) (rate(requests_total[1m]))",
  "requests_total @ end()",
];

async function one(turn: number): Promise<void> {
  const tenantId = `t${turn % 5}`;
  const from = end - 21_600 + ((turn * 7_919) % 10_800);
  const params = toParams({
    query: queries[turn % queries.length] ?? "",
    start: from + (turn % 3) * 5,
    end: Math.min(end, from + 600 + ((turn * 104_729) % 7_200)),
    step: [15, 30, 60, 7][turn % 4] ?? 15,
  });
  const datasource = {
    id: tenantId,
    tenantId,
    uid: "bench",
    name: "bench",
    url: prometheus.url,
    matchers: { tenant_id: tenantId },
    headers: {},
    enforceConflict: "empty" as const,
    revision: 1 + Math.floor(turn / 5_000),
    queriesPerMinute: 1e9,
  };
  const { answer } = await askGatewayForBody({ datasource, endpoint: "query_range", params, waitMs: 30_000 });
  if (answer.body.length === 0) throw new Error("an empty answer");
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
/** What is really held: heap and buffers after collecting. */
function heldMb(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const startedAt = performance.now();
let turn = 0;
let most = 0;
const resident: number[] = [];
const held: number[] = [];
let sampledAt = startedAt;
while (performance.now() - startedAt < ms) {
  await Promise.all(Array.from({ length: 4 }, () => one(turn++)));
  most = Math.max(most, cachedBytes());
  if (performance.now() - sampledAt < ms / 20) continue;
  sampledAt = performance.now();
  held.push(heldMb());
  resident.push(process.memoryUsage().rss / 1e6);
}
await prometheus.stop();
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const half = Math.floor(resident.length / 2);
const quarter = half + Math.floor(half / 2);
const growth = mean(held.slice(quarter)) / mean(held.slice(half, quarter));
const holds = most <= limitMb * 1e6 && growth < 1.1;
console.log(
  JSON.stringify({
    bench: `memory of the query cache under a mixed load of ${round(ms / 60_000)} min`,
    questions: turn,
    limitMb,
    mostMb: round(most / 1e6),
    heldMb: held.map((value) => Math.round(value)),
    residentMb: resident.map((value) => Math.round(value)),
    growthOfLastQuarter: round(growth),
    holds,
  }),
);
process.exit(holds ? 0 : 1);
