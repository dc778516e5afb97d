// How long the costliest texts that are let in hold the event loop, against the budget of 50 ms, and the price of
// enforcing an expression of usual length against 1 ms. Run: npx tsx scripts/bench/promql.ts
import { enforceMatchers } from "../../lib/shared/promql/enforce.ts";
import { findPromqlError } from "../../lib/shared/promql/parse.ts";
import { costlyTexts } from "../../lib/shared/promql/testing/costly-texts.ts";

const stallBudgetMs = 50;
const enforceBudgetMs = 1;
const usual =
  'sum by (job, instance) (rate(http_requests_total{job=~"api|web", code!~"5..", stage="prod"}[5m])) / on (job) ' +
  'group_left sum by (job) (rate(http_requests_total{stage="prod"}[5m]))';

function measure(rounds: number, work: () => unknown): number[] {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b);
}

const at = (times: number[], share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
const row = (name: string, ms: number, budgetMs: number) =>
  console.log(
    `${name.padEnd(40)} ${ms.toFixed(2).padStart(8)} ms  ${(ms / budgetMs).toFixed(2)} of the budget`,
  );

for (const { name, text } of costlyTexts) {
  row(
    name,
    at(
      measure(10, () => findPromqlError(text)),
      0.5,
    ),
    stallBudgetMs,
  );
}
const enforced = measure(5_000, () => enforceMatchers(usual, { tenant_id: "acme" }));
row(`enforce ${usual.length} characters, p50`, at(enforced, 0.5), enforceBudgetMs);
row(`enforce ${usual.length} characters, p99`, at(enforced, 0.99), enforceBudgetMs);
