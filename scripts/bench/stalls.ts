// How long the gateway holds up everything else in its process, with answers and texts made to be heavy.
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
const { askGateway } = await import("../../lib/server/prometheus/gateway.ts");
const { printInPieces } = await import("../../lib/server/prometheus/print-in-pieces.ts");
const { frameInPieces } = await import("../../lib/server/prometheus/frame-in-pieces.ts");
const { streamLines } = await import("../../lib/server/prometheus/stream-lines.ts");
const { runTarget } = await import("../../lib/server/prometheus/run-target.ts");
const { runExplanation } = await import("../../lib/server/prometheus/explain/run-explanation.ts");
const { warmUp } = await import("../../lib/server/prometheus/warm-up.ts");
const { MemoryStore } = await import("../../lib/server/prometheus/cache/memory-store.ts");
const { endpointOf } = await import("../../lib/server/prometheus/endpoints.ts");
const { readParams } = await import("../../lib/server/prometheus/read-params.ts");
const { maxAnswerBytes } = await import("../../lib/server/prometheus/upstream.ts");
const { costlyTexts } = await import("../../lib/shared/promql/testing/costly-texts.ts");

const budgetMs = 50;
const worker = new Worker(new URL("./stalls/heavy-upstream.mjs", import.meta.url));
const port = await new Promise<number>((resolve) => worker.once("message", resolve));

type Params = ReadonlyMap<string, readonly string[]>;
type Endpoint = Parameters<typeof askGateway>[0]["endpoint"];

let asked = 0;

function ask(
  place: string,
  endpoint: Endpoint,
  params: Params,
  matchers: Record<string, string> = { t: "a" },
) {
  return askGateway({ datasource: datasourceAt(place, matchers), endpoint, params, labelName: "job" });
}

function datasourceAt(place: string, matchers: Record<string, string> = { t: "a" }) {
  asked += 1;
  return {
    // Each question is a new one, for the cache too.
    id: `${place}-${asked}`,
    tenantId: place,
    uid: place,
    name: place,
    url: `http://127.0.0.1:${port}/${place}`,
    matchers,
    headers: {},
    enforceConflict: "empty" as const,
    revision: 1,
    queriesPerMinute: 1_000_000,
  };
}

/** As a page asks: a hundred targets, eight at a time. */
async function page(): Promise<void> {
  const datasource = datasourceAt("page");
  const jobs = Array.from({ length: 100 }, (_, index) => index);
  const worker = async () => {
    for (let index = jobs.pop(); index !== undefined; index = jobs.pop()) {
      await runTarget({
        target: {
          refId: "A",
          expr: `x + ${index}`,
          kind: "range",
          grid,
          mostSeries: 500,
          shareMs: 0,
          exemplars: false,
          datasource: {},
          filters: [],
          scaleFor: null,
        },
        place: { panelId: index },
        datasources: [datasource],
        signal: new AbortController().signal,
        requestId: "bench",
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

async function explain(expr: string): Promise<unknown> {
  const datasource = datasourceAt("nothing");
  return runExplanation({
    ctx: {
      tenant: { id: "bench", slug: "bench", name: "bench" },
      actor: { kind: "user", id: "bench", name: "bench" },
      role: "admin",
      requestId: "bench",
      ip: null,
    },
    expr,
    grid,
    datasource,
    all: [datasource],
    variables: [],
  });
}

const long = Array(300).fill('sum(rate(x{a="b"}[5m]))').join(" / ");
const deep = `${"sum(".repeat(60)}rate(x[5m])${")".repeat(60)}`;

const range: Params = new Map([
  ["query", ["x"]],
  ["start", ["0"]],
  ["end", ["60000"]],
  ["step", ["60"]],
]);
const grid = { startSeconds: 0, endSeconds: 60_000, stepSeconds: 60 };
const none: Params = new Map();
const endpoint = endpointOf("query");

/** Full of the smallest that there is, each time another large one comes. */
const full = new MemoryStore(256_000_000);
function fill(): void {
  const empty = { kind: "answer" as const, body: Buffer.alloc(100), warnings: [], infos: [] };
  for (let index = 0; full.bytes < 255_000_000; index++) full.set(`small ${index}`, empty, 3_600_000);
}
let large = 0;
function giveWay(): void {
  const body = Buffer.allocUnsafe(maxAnswerBytes);
  full.set(`large ${large++}`, { kind: "answer", body, warnings: [], infos: [] }, 3_600_000);
}

/** As a client gets it, when the answer cannot be handed on as it came. */
async function printed(asked: ReturnType<typeof ask>): Promise<void> {
  const { data, warnings } = await asked;
  await printInPieces({ status: "success", data, warnings });
}

async function asLine(place: string): Promise<void> {
  const { data } = await ask(place, "query_range", range);
  const frame = await frameInPieces(data, "range", grid);
  const response = streamLines(
    (send) => send({ type: "data", panelId: 1, frame }),
    () => undefined,
  );
  for await (const _ of response.body ?? []);
}

const cases: [string, () => Promise<unknown>][] = [
  ["a matrix of 19 MB, handed on", () => printed(ask("matrix", "query_range", range))],
  ["a matrix of 19 MB, as a line of a page", () => asLine("matrix")],
  ["19 MB of series", () => printed(ask("series", "series", none))],
  ["19 MB of label values", () => printed(ask("values", "label_values", none))],
  ["15 MB of rules, cut to the tenant", () => printed(ask("rules", "rules", none))],
  ["12 MB of metadata, cut to the tenant", () => printed(ask("metadata", "metadata", none))],
  [
    "12 MB of metadata, each cut short",
    () => printed(ask("metadata", "metadata", new Map([["limit_per_metric", ["1"]]]), {})),
  ],
  ["15 MB of alerts, cut to the tenant", () => printed(ask("alerts", "alerts", none))],
  ["19 MB of label names", () => printed(ask("values", "labels", none))],
  ["50,000 series at one time", () => printed(ask("vector", "query", new Map([["query", ["x"]]])))],
  ["15 MB of exemplars", () => printed(ask("exemplars", "query_exemplars", new Map([["query", ["x"]]])))],
  ["a tree of 2.5 MB", () => printed(ask("tree", "parse_query", new Map([["query", ["x"]]])))],
  ["a text of 10 kB, formatted", () => ask("text", "format_query", new Map([["query", [long]]]))],
  ["a page of 100 targets", page],
  ["why a deep tree is empty", () => explain(deep)],
  ["why a long chain is empty", () => explain(long.slice(0, long.lastIndexOf(" / ", 5_000)))],
  ["1 GB", () => ask("endless", "query", range)],
  ["19 MB of brackets", () => ask("brackets", "query", range)],
  ["one string of 19 MB", () => ask("string", "query", range)],
  ["19 MB of a web page", () => ask("html", "query", range)],
  ["half a body", () => ask("half", "query", range)],
  [
    "64 long match[]",
    () => ask("values", "label_values", new Map([["match[]", Array(64).fill(`{a="${"x".repeat(900)}"}`)]])),
  ],
  [
    "64 match[] of 16 kB",
    () =>
      ask("values", "label_values", new Map([["match[]", Array(64).fill(`{a="${"x".repeat(16_000)}"}`)]])),
  ],
  [
    "64 match[] of 2,600 matchers",
    () =>
      ask("values", "label_values", new Map([["match[]", Array(64).fill(`{${'b="c",'.repeat(2_600)}}`)]])),
  ],
  [
    "15,000 misspelt parameters",
    async () => readParams(endpoint, new URLSearchParams("Query&".repeat(15_000))),
  ],
  ["a full cache, small answers give way to large ones", async () => giveWay()],
  ["10,000 match[]", () => ask("values", "label_values", new Map([["match[]", Array(10_000).fill("up")]]))],
  ...costlyTexts.map(({ name, text }): [string, () => Promise<unknown>] => [
    `a query: ${name}`,
    () => ask("empty", "query", new Map([["query", [text]]])),
  ]),
];

/** The longest turn of the event loop in time of its own thread: what other programs take is none of ours. */
async function measure(run: () => Promise<unknown>) {
  let longestMs = 0;
  let open = true;
  let before = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    longestMs = Math.max(longestMs, (user + system) / 1_000);
    before = process.threadCpuUsage();
    if (open) setImmediate(turn);
  };
  setImmediate(turn);
  const startedAt = performance.now();
  const outcome = await run().then(
    () => "ok",
    (error: Error) => error.message.slice(0, 60),
  );
  const tookMs = performance.now() - startedAt;
  await sleep(5);
  open = false;
  return { stallMs: longestMs, tookMs, outcome };
}

// As at the start of a server.
await warmUp();
fill();
/** The best try tells of a process that has run for a while; in the first one some code is not compiled yet. */
const tries = Number(process.argv[2] ?? 3);

let worst = 0;
for (const [name, run] of cases) {
  const found = [];
  for (let index = 0; index < tries; index++) found.push(await measure(run));
  const [first] = found;
  const { stallMs, tookMs, outcome } = found.reduce((a, b) => (a.stallMs < b.stallMs ? a : b));
  worst = Math.max(worst, stallMs);
  const cold = `${first?.stallMs.toFixed(1)} cold`;
  console.log(
    `${name.padEnd(42)} ${stallMs.toFixed(1).padStart(7)} ms (${cold}) of ${tookMs.toFixed(0).padStart(6)}  ${outcome}`,
  );
}
console.log(`\nThe longest stall is ${(worst / budgetMs).toFixed(2)}x of the ${budgetMs} ms allowed.`);
await worker.terminate();
process.exit(worst <= budgetMs ? 0 : 1);
