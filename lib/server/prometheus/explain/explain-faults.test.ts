import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ExplainStand, someContext, startExplainStand } from "@/lib/server/testing/explain-stand";
import { startTestPrometheus } from "@/lib/server/testing/prometheus";
import type { SeededFault } from "@/lib/server/testing/seeded-fault";
import { seededFaults } from "@/lib/server/testing/seeded-faults";
import { startTestVictoriaMetrics } from "@/lib/server/testing/victoria-metrics";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import { runExplanation } from "./run-explanation";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const all = seededFaults(20_260_101, 12);
/** Need a scraped target, or are none there: VictoriaMetrics widens a window until it holds two samples. */
const ofPrometheusAlone = new Set(["target down", "window too short", "function for another type", "limit"]);
const ofVictoria = all
  .filter(({ kind, expr }) => !ofPrometheusAlone.has(kind) && !expr.includes('job="live"'))
  .filter(({ kind }, index, some) => some[index - 4]?.kind !== kind);

function explain(stand: ExplainStand, fault: SeededFault): Promise<EmptyExplanation> {
  const { endedAgo, length } = fault.range ?? { endedAgo: 0, length: 1_800 };
  const step = fault.stepSeconds ?? 15;
  const endSeconds = Math.floor(Date.now() / 1_000) - endedAgo;
  return runExplanation({
    ctx: someContext("viewer"),
    expr: fault.expr,
    grid: { startSeconds: endSeconds - length, endSeconds, stepSeconds: step },
    datasource: stand.datasource(fault.datasource),
    all: [],
    variables: fault.variables ?? [],
  });
}

describe.each([
  ["Prometheus", startTestPrometheus, all],
  ["VictoriaMetrics", startTestVictoriaMetrics, ofVictoria],
] as const)("faults seeded in %s", (engine, start, faults) => {
  let stand: ExplainStand;
  const answers: EmptyExplanation[] = [];

  beforeAll(async () => {
    stand = await startExplainStand(start);
    if (engine === "Prometheus") await stand.scrapedTwice();
    for (const fault of faults) answers.push(await explain(stand, fault));
  }, 180_000);
  afterAll(() => stand.stop());

  const isRight = (fault: SeededFault, index: number) =>
    fault.reasons.some((one) => one === answers[index]?.reason);

  /** How often each kind of fault was answered with which reason. */
  function confusion(): string {
    const lines = [...new Set(faults.map(({ kind }) => kind))].map((kind) => {
      const counts = new Map<string, number>();
      faults.forEach((fault, index) => {
        if (fault.kind !== kind) return;
        const reason = answers[index]?.reason ?? "";
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      });
      return `${kind.padEnd(32)} ${[...counts].map(([reason, count]) => `${reason} ${count}`).join(", ")}`;
    });
    return lines.join("\n");
  }

  it("are of many kinds", () => {
    expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
    expect(faults.length).toBeGreaterThanOrEqual(engine === "Prometheus" ? 200 : 80);
  });

  it("are named rightly in at least 95 of 100", () => {
    const wrong = faults.filter((fault, index) => !isRight(fault, index));
    const right = faults.length - wrong.length;
    process.stdout.write(`${confusion()}\n${right} of ${faults.length} right\n`);
    const described = faults.flatMap((fault, index) =>
      isRight(fault, index)
        ? []
        : [`${fault.kind}: ${fault.expr} -> ${answers[index]?.reason}: ${answers[index]?.message}`],
    );
    expect(right / faults.length, described.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("are answered with the name that was meant", () => {
    const asked = faults
      .map((fault, index) => ({ fault, found: answers[index]?.suggestions ?? [] }))
      .filter(({ fault }) => fault.suggestion);
    const missed = asked.filter(({ fault, found }) => !found.includes(fault.suggestion ?? ""));
    const described = missed.map(({ fault, found }) => `${fault.expr}: ${fault.suggestion} not in ${found}`);
    expect(missed.length / asked.length, described.join("\n")).toBeLessThanOrEqual(0.05);
  });

  it("tell nothing of another tenant and no address of the upstream", () => {
    for (const answer of answers) {
      const text = JSON.stringify({ ...answer, tree: [] });
      expect(text).not.toMatch(/secret|b-host|only_b/);
      for (const url of Object.values(stand.urls)) expect(text).not.toContain(url);
    }
  });

  it("mark one node of the tree at most, and it has no series", () => {
    for (const { tree } of answers) {
      const culprits = tree.filter(({ culprit }) => culprit);
      expect(culprits.length).toBeLessThanOrEqual(1);
      for (const { series } of culprits) expect(series ?? 0).toBe(0);
    }
  });
});
