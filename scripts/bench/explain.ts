// How long explaining takes, by kind of fault: node scripts/run.mjs scripts/bench/explain.ts [faults a kind] [seed]
import { someContext, startExplainStand } from "../../lib/server/testing/explain-stand.ts";
import { seededFaults } from "../../lib/server/testing/seeded-faults.ts";

process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
process.env.LOG_LEVEL = "silent";
const { runExplanation } = await import("../../lib/server/prometheus/explain/run-explanation.ts");

const each = Number(process.argv[2] ?? 20);
const faults = seededFaults(Number(process.argv[3] ?? 7), each);
const budgetMs = 2_000;
const stand = await startExplainStand();
await stand.scrapedTwice();
const times = new Map<string, number[]>();
const wrong: string[] = [];
for (const fault of faults) {
  const { endedAgo, length } = fault.range ?? { endedAgo: 0, length: 1_800 };
  const endSeconds = Math.floor(Date.now() / 1_000) - endedAgo;
  const startedAt = performance.now();
  const { reason } = await runExplanation({
    ctx: someContext("viewer"),
    expr: fault.expr,
    grid: { startSeconds: endSeconds - length, endSeconds, stepSeconds: fault.stepSeconds ?? 15 },
    datasource: stand.datasource(fault.datasource),
    all: [],
    variables: fault.variables ?? [],
  });
  times.set(fault.kind, [...(times.get(fault.kind) ?? []), performance.now() - startedAt]);
  if (!fault.reasons.some((one) => one === reason)) wrong.push(`${fault.kind}: ${fault.expr} -> ${reason}`);
}
await stand.stop();

const at = (list: number[], share: number) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN;
for (const [kind, list] of times) {
  console.log(`${kind.padEnd(32)} p50 ${at(list, 0.5).toFixed(0)} ms   slowest ${at(list, 1).toFixed(0)} ms`);
}
const all = [...times.values()].flat();
const slow = all.filter((one) => one > budgetMs).length;
console.log(
  `${faults.length} faults: ${faults.length - wrong.length} named rightly, p50 ${at(all, 0.5).toFixed(0)} ms, p99 ${at(all, 0.99).toFixed(0)} ms`,
);
console.log(`over the budget of ${budgetMs} ms: ${slow}`);
for (const line of wrong) console.log(line);
process.exit(slow > 0 ? 1 : 0);
