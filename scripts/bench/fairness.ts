// How much one tenant's flood slows down another's queries. First at an upstream whose answers take a fixed time, where
// only our own queue can hold anybody up; then at a real Prometheus, where the two also share its processors.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startTestPrometheus } from "../../lib/server/testing/prometheus.ts";
import { measured, round } from "./gateway/load.ts";

process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
const { askGateway } = await import("../../lib/server/prometheus/gateway.ts");
const { toParams } = await import("../../lib/server/prometheus/read-params.ts");

const floodClients = 64;
const queries = Number(process.argv[2] ?? 60);
const serviceMs = 40;
const end = Math.floor(Date.now() / 15_000) * 15 - 600;
let asked = 0;

function datasourceOf(tenantId: string, url: string) {
  return {
    id: tenantId,
    tenantId,
    uid: "bench",
    name: "bench",
    url,
    matchers: { tenant_id: tenantId },
    headers: {},
    enforceConflict: "empty" as const,
    revision: 1,
    queriesPerMinute: 1e9,
  };
}

/** Each question is another one, so that none is answered from the cache. */
function one(tenantId: string, url: string): Promise<unknown> {
  asked += 1;
  const shift = asked / 1_000;
  const params = toParams({
    query: "sum(rate(requests_total[5m]))",
    start: end - 3_600 + shift,
    end: end + shift,
    step: 15,
  });
  return askGateway({
    datasource: datasourceOf(tenantId, url),
    endpoint: "query_range",
    params,
    waitMs: 60_000,
  });
}

async function timesOf(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let query = 0; query < queries; query++) {
    const at = performance.now();
    await one("calm", url);
    times.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

/** In turns, so that whatever else the machine does falls on both. */
async function compare(name: string, url: string): Promise<number> {
  await timesOf(url);
  const times = { alone: [] as number[], beside: [] as number[] };
  let flooded = 0;
  for (let turn = 0; turn < 3; turn++) {
    times.alone.push(...(await timesOf(url)));
    let flooding = true;
    const flood = Array.from({ length: floodClients }, async () => {
      while (flooding) {
        await one("flood", url);
        flooded += 1;
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    times.beside.push(...(await timesOf(url)));
    flooding = false;
    await Promise.all(flood);
  }
  const [alone, beside] = [measured(times.alone, 1), measured(times.beside, 1)];
  const ratio = beside.p95 / alone.p95;
  console.log(
    JSON.stringify({
      bench: `a flood of ${floodClients} clients, ${name}`,
      floodedQueries: flooded,
      aloneP50Ms: alone.p50,
      besideP50Ms: beside.p50,
      aloneP95Ms: alone.p95,
      besideP95Ms: beside.p95,
      p95Ratio: round(ratio),
    }),
  );
  return ratio;
}

const empty = JSON.stringify({ status: "success", data: { resultType: "matrix", result: [] } });
const steady = createServer((_, response) => {
  setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(empty), serviceMs);
});
await new Promise<void>((resolve) => steady.listen(0, "127.0.0.1", resolve));
const ratio = await compare(
  `an upstream that takes ${serviceMs} ms`,
  `http://127.0.0.1:${(steady.address() as AddressInfo).port}`,
);
steady.closeAllConnections();
steady.close();

const prometheus = await startTestPrometheus({
  startSeconds: end - 4_200,
  endSeconds: end + 60,
  stepSeconds: 15,
  series: ["calm", "flood"].flatMap((tenant) =>
    Array.from({ length: 40 }, (_, index) => ({
      series: `requests_total{tenant_id="${tenant}",instance="i${index}"}`,
      valueAt: (seconds: number) => Math.floor(seconds * (1 + index)),
    })),
  ),
});
await compare("a Prometheus on the same processors", prometheus.url);
await prometheus.stop();
console.log(JSON.stringify({ bench: "fairness", holds: ratio <= 1.2 }));
process.exit(ratio <= 1.2 ? 0 : 1);
