// The gateway over HTTP beside Prometheus itself, in one run: answers from the cache, and those that have to be asked for.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { direct, gateway, load, measured, type Range, round } from "./gateway/load.ts";
import { startGatewayStand } from "./gateway/start-stand.ts";

const barePath = join(import.meta.dirname, "gateway/bare-proxy.ts");
const hours = 6;
const seconds = Number(process.argv[2] ?? 4);
const stand = await startGatewayStand({ tenants: 1, series: 50, hours });
const [tenant] = stand.tenants;
if (!tenant) throw new Error("no tenant");

const end = stand.endSeconds - 600;
const kinds: [name: string, query: string][] = [
  ["a sum of 50 series", "sum(rate(requests_total{}[5m]))"],
  ["50 series as they are", "rate(requests_total{}[5m])"],
];
let holds = true;
for (const [name, query] of kinds) {
  const range: Range = { query, start: end - hours * 3_600 + 600, end, step: 15 };
  const bytes = await gateway(stand.consoleUrl, tenant, range);
  await direct(stand.prometheusUrl, range);
  const turns = {
    direct: [] as number[],
    hit: [] as number[],
    p99: { direct: [] as number[], hit: [] as number[] },
  };
  for (let turn = 0; turn < 3; turn++) {
    const one = await load(8, seconds * 1_000, () => direct(stand.prometheusUrl, range));
    const other = await load(8, seconds * 1_000, () => gateway(stand.consoleUrl, tenant, range));
    turns.direct.push(one.perSecond);
    turns.hit.push(other.perSecond);
    turns.p99.direct.push(one.p99);
    turns.p99.hit.push(other.p99);
  }
  const ratio = median(turns.hit) / median(turns.direct);
  holds &&= ratio >= 5 && median(turns.p99.hit) < median(turns.p99.direct);
  console.log(
    JSON.stringify({
      bench: `cache hit over HTTP, ${name}`,
      kilobytes: round(bytes / 1e3),
      directPerSecond: median(turns.direct),
      hitPerSecond: median(turns.hit),
      ratio: round(ratio),
      directP99Ms: median(turns.p99.direct),
      hitP99Ms: median(turns.p99.hit),
    }),
  );
}

const bare = spawn(process.execPath, [barePath, new URL(stand.prometheusUrl).port], {
  stdio: ["ignore", "pipe", "inherit"],
});
const bareUrl = `http://127.0.0.1:${Number(await new Promise((told) => bare.stdout.once("data", told)))}`;
const ways: Record<string, (range: Range) => Promise<unknown>> = {
  direct: (range) => direct(stand.prometheusUrl, range),
  bare: (range) => direct(bareUrl, range),
  miss: (range) => gateway(stand.consoleUrl, tenant, range),
};
const names = Object.keys(ways);
const all = "rate(requests_total{}[5m])";
/** The first ones meet code that is not compiled yet, here and in Prometheus; V8 is through with it after some hundreds. */
const stages = [
  { name: "50 series, of a server just started", query: all, runs: 50 },
  { name: null, query: all, runs: 250 },
  { name: "1 series", query: "sum(rate(requests_total{}[5m]))", runs: 200 },
  { name: "10 series", query: 'rate(requests_total{instance=~"i[0-9]"}[5m])', runs: 200 },
  { name: "50 series", query: all, runs: 200 },
];
let run = 0;
for (const [stage, { name, query, runs }] of stages.entries()) {
  const times = names.map(() => [] as number[]);
  for (const last = run + runs; run < last; run++) {
    // Another offset to the step each time, so that nothing is kept of it.
    const shift = (run % 100) * 0.1 + run / 1_000;
    const range: Range = { query, start: end - 7_200 + shift, end: end + shift, step: 15 };
    for (let turn = 0; turn < names.length; turn++) {
      const index = (run + turn) % names.length;
      const at = performance.now();
      await ways[names[index] ?? ""]?.(range);
      times[index]?.push(performance.now() - at);
    }
  }
  const [one, between, other] = times.map((of) => measured(of, 1));
  if (!one || !between || !other) throw new Error("nothing was measured");
  if (name === null) continue;
  if (stage > 0) holds &&= other.p50 <= one.p50 + 5;
  console.log(
    JSON.stringify({
      bench: `cache miss over HTTP, 480 points each, ${name}`,
      directP50Ms: one.p50,
      bareProxyP50Ms: between.p50,
      missP50Ms: other.p50,
      addedP50Ms: round(other.p50 - one.p50),
      ratio: round(other.p50 / one.p50),
      directP99Ms: one.p99,
      missP99Ms: other.p99,
    }),
  );
}
bare.kill();
await stand.stop();
console.log(JSON.stringify({ bench: "cache", holds }));
process.exit(holds ? 0 : 1);

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
