// What a dashboard costs its Prometheus: a hundred viewers beside one, and a refresh beside the first load. The samples
// are those that Prometheus itself counts. The clock is our own, so that minutes pass in seconds.

import { startTestPrometheus } from "../../lib/server/testing/prometheus.ts";
import { startSampleCounter } from "./gateway/sample-counter.ts";

process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
const startMs = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000;
let nowMs = startMs;
Date.now = () => nowMs;

const { planPanel } = await import("../../lib/server/prometheus/plan-panel.ts");
const { runTarget } = await import("../../lib/server/prometheus/run-target.ts");
const { askGateway } = await import("../../lib/server/prometheus/gateway.ts");
const { endpoints } = await import("../../lib/server/prometheus/endpoints.ts");
const { toParams } = await import("../../lib/server/prometheus/read-params.ts");
const { readPanel } = await import("../../lib/shared/dashboards/read-panel.ts");

const hours = 6;
const refreshMs = 10_000;
/** How often a page asks for the states of its alerts. */
const rulesMs = 60_000;
const minutes = Number(process.argv[2] ?? 2);
const prometheus = await startTestPrometheus({
  startSeconds: startMs / 1_000 - hours * 3_600 - 900,
  endSeconds: startMs / 1_000 + minutes * 60 + 900,
  stepSeconds: 15,
  series: Array.from({ length: 60 }, (_, index) => ({
    series: `requests_total{tenant_id="acme",instance="i${index}",job="j${index % 4}"}`,
    valueAt: (seconds: number) => Math.floor(((seconds + index * 77) % 90_000) * (1 + index / 9)),
  })),
});
const upstream = await startSampleCounter(prometheus.url);
let revision = 0;
const datasource = () => ({
  id: "bench",
  tenantId: "bench",
  uid: "bench",
  name: "bench",
  url: upstream.url,
  matchers: { tenant_id: "acme" },
  headers: {},
  enforceConflict: "empty" as const,
  revision,
  queriesPerMinute: 1e9,
});

const place = { path: [], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null };
const panels = [
  "sum(rate(requests_total[$__rate_interval]))",
  "sum by (job) (rate(requests_total[5m]))",
  "max_over_time(sum(requests_total)[10m:1m])",
  "histogram_quantile(0.9, sum by (le) (rate(requests_total[5m])))",
  "avg(requests_total) - avg(requests_total offset 1h)",
].map((expr, index) =>
  readPanel({ type: "timeseries", targets: [{ refId: "A", expr }] }, { id: index + 1, ...place }),
);
const stat = {
  type: "stat",
  targets: [{ refId: "A", expr: "sum(requests_total)", instant: true, range: false }],
};
const all = [...panels, readPanel(stat, { id: 99, ...place })];

async function look(): Promise<void> {
  const batch = { fromMs: nowMs - hours * 3_600_000, toMs: nowMs, variables: {} };
  for (const panel of all) {
    const request = { panelId: panel.id, maxDataPoints: 1_200 };
    const dashboard = { uid: "bench", title: "bench" };
    for (const target of planPanel({ panel, request, batch, variables: [], dashboard })) {
      const signal = new AbortController().signal;
      const input = {
        target,
        place: { panelId: panel.id },
        datasources: [datasource()],
        signal,
        requestId: "bench",
      };
      const line = await runTarget(input);
      if (line.type === "error") throw new Error(line.message);
    }
  }
}

async function lookAtRules(): Promise<void> {
  const params = toParams({ type: "alert" });
  const shareMs = endpoints.rules.pageShareMs;
  await askGateway({ datasource: datasource(), endpoint: "rules", params, shareMs });
}

/** Viewers who came at different times within the first interval, each refreshing for some minutes. */
async function watch(viewers: number): Promise<typeof upstream.seen> {
  nowMs = startMs;
  revision += 1;
  const before = { ...upstream.seen };
  const events: { at: number; look: () => Promise<void> }[] = [];
  for (let viewer = 0; viewer < viewers; viewer++) {
    const cameMs = (viewer * 7_919) % refreshMs;
    const often = (everyMs: number, what: () => Promise<void>) => {
      for (let at = cameMs; at < minutes * 60_000; at += everyMs)
        events.push({ at: startMs + at, look: what });
    };
    often(refreshMs, look);
    often(rulesMs, lookAtRules);
  }
  for (const event of events.sort((a, b) => a.at - b.at)) {
    nowMs = event.at;
    await event.look();
  }
  return {
    samples: upstream.seen.samples - before.samples,
    requests: upstream.seen.requests - before.requests,
    rules: upstream.seen.rules - before.rules,
  };
}

const one = await watch(1);
const hundred = await watch(100);

nowMs = startMs;
revision += 1;
const bare = upstream.seen.samples;
await look();
const first = upstream.seen.samples - bare;
const rounds = 12;
for (let round = 0; round < rounds; round++) {
  nowMs += refreshMs;
  await look();
}
const refresh = (upstream.seen.samples - bare - first) / rounds;
await upstream.stop();
await prometheus.stop();

const ratio = hundred.samples / one.samples;
const share = refresh / first;
console.log(
  JSON.stringify({
    bench: `100 viewers beside one, ${minutes} min, refresh 10 s, 6 panels of 6 h`,
    oneSamples: one.samples,
    hundredSamples: hundred.samples,
    samplesRatio: Number(ratio.toFixed(3)),
    requestsRatio: Number((hundred.requests / one.requests).toFixed(3)),
    rulesRequests: { one: one.rules, hundred: hundred.rules },
    firstLoadSamples: first,
    refreshSamples: Math.round(refresh),
    refreshShare: Number(share.toFixed(4)),
    holds: ratio <= 1.05 && share <= 0.02,
  }),
);
process.exit(ratio <= 1.05 && share <= 0.02 ? 0 : 1);
