import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Family } from "./family/family.ts";
import { labelsKey } from "./family/labels-key.ts";
import { FAULTS } from "./faults.ts";
import { writeOpenMetrics } from "./history/write-open-metrics.ts";
import { readOverlaid } from "./overlay/read-overlaid.ts";
import type { Activity, SystemState } from "./overlay/state.ts";
import { DEFAULT_SEED, modelOf, SYSTEMS, type System } from "./systems.ts";
import { type AlertRule, alertRules } from "./testing/alert-rules.ts";
import { hasPrometheus, prometheusOver, type TestPrometheus } from "./testing/prometheus.ts";

const START = Date.UTC(2026, 2, 4, 0, 7) / 1000;
const SLOT_SECONDS = 30 * 60;
const QUIET_SECONDS = 8 * 60;
const FAULT_SECONDS = 10 * 60;
const CROSSES_WITHIN_SECONDS = 2 * 60;
const GONE_WITHIN_SECONDS = 7 * 60;

/** A fault may also bring about what it would bring about in earnest. */
const COMPANIONS: Record<string, string[]> = { "bookmarkai-worker-down": ["BookmarkaiQueueBacklog"] };

function alertOf(fault: string): string {
  return fault.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function startOf(index: number): number {
  return START + index * SLOT_SECONDS + QUIET_SECONDS;
}

function stateOf(system: System): SystemState {
  const activities = FAULTS.flatMap((fault, index): Activity[] => {
    if (fault.system !== system) return [];
    const from = startOf(index);
    return [{ fault: fault.name, from, until: from + FAULT_SECONDS, effects: fault.effects(FAULT_SECONDS) }];
  });
  return { activities, settled: {} };
}

function overlaid(family: Family, state: SystemState): Family {
  if (family.type === "histogram") {
    return {
      ...family,
      at: (t) => {
        const reading = readOverlaid(family, state, t);
        return reading.type === "histogram" ? reading.points : [];
      },
    };
  }
  return {
    ...family,
    at: (t) => {
      const reading = readOverlaid(family, state, t);
      return reading.type === "histogram" ? [] : reading.points;
    },
  };
}

describe("faults", () => {
  const rules = alertRules();

  it("are one for each alert", () => {
    expect(FAULTS.map(({ name }) => alertOf(name)).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(FAULTS)("$name touches series that exist", ({ system, effects }) => {
    const families = new Map(modelOf(system).map((family) => [family.name, family]));
    for (const effect of effects(600)) {
      const points = families.get(effect.metric)?.at(START) ?? [];
      const isCounted = effect.kind === "count" || effect.kind === "observe";
      const touched = points.filter(({ labels }) =>
        isCounted
          ? labelsKey(labels) === labelsKey(effect.labels)
          : Object.entries(effect.labels).every(([name, value]) => labels[name] === value),
      );
      expect(touched.length, JSON.stringify(effect)).toBeGreaterThan(0);
    }
  });

  it("never freeze the same series twice, which would take it back", () => {
    const frozen = FAULTS.flatMap(({ effects }) => effects(600)).filter(({ kind }) => kind === "freeze");
    const metrics = frozen.map(({ metric }) => metric);
    expect(new Set(metrics).size).toBe(metrics.length);
  });
});

describe.skipIf(!hasPrometheus)("faults under the alert rules (needs prometheus and promtool)", () => {
  const rules = alertRules();
  const folder = mkdtempSync(join(tmpdir(), "exporters-faults-"));
  const end = START + FAULTS.length * SLOT_SECONDS;
  const truths = new Map<string, number[]>();
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    const file = join(folder, "faults.om");
    const used = (family: Family) => rules.some(({ expr }) => expr.includes(family.name));
    const targets = SYSTEMS.map((system) => ({
      labels: { job: system },
      families: modelOf(system, DEFAULT_SEED)
        .filter(used)
        .map((family) => overlaid(family, stateOf(system))),
    }));
    const moments = Array.from({ length: (end - START) / 15 }, (_, index) => START + index * 15);
    writeOpenMetrics(file, targets, moments);
    prometheus = await prometheusOver(file);
    for (const rule of rules) truths.set(rule.name, await momentsOf(rule));
  }, 120_000);

  afterAll(async () => {
    await prometheus?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function momentsOf({ expr }: AlertRule): Promise<number[]> {
    const series = await prometheus.queryRange(expr, START, end - 15);
    return [...new Set(series.flatMap(({ values }) => values.map(([time]) => time)))].sort((a, b) => a - b);
  }

  it.each(FAULTS.map(({ name }, index) => ({ name, index })))(
    "$name fires and recovers",
    ({ name, index }) => {
      const from = startOf(index);
      const expected = expectedMoments(from + CROSSES_WITHIN_SECONDS, from + FAULT_SECONDS);
      const found = truths.get(alertOf(name)) ?? [];
      expect(found).toEqual(expect.arrayContaining(expected));
      const afterwards = found.filter(
        (time) =>
          time > from + FAULT_SECONDS + GONE_WITHIN_SECONDS && time < from + SLOT_SECONDS - QUIET_SECONDS,
      );
      expect(afterwards).toEqual([]);
    },
  );

  it.each(FAULTS.map(({ name }, index) => ({ name, index })))(
    "$name pages for nothing else",
    ({ name, index }) => {
      const from = startOf(index);
      const others = rules.filter(
        (rule) => rule.name !== alertOf(name) && !COMPANIONS[name]?.includes(rule.name),
      );
      for (const rule of others) {
        const during = (truths.get(rule.name) ?? []).filter(
          (time) => time >= from && time < from + FAULT_SECONDS + GONE_WITHIN_SECONDS,
        );
        expect(longestRun(during), rule.name).toBeLessThan(rule.forSeconds);
      }
    },
  );
});

function expectedMoments(from: number, to: number): number[] {
  const first = START + Math.ceil((from - START) / 15) * 15;
  return Array.from({ length: Math.floor((to - first) / 15) }, (_, index) => first + index * 15);
}

function longestRun(times: readonly number[]): number {
  let longest = 0;
  let since = times[0] ?? 0;
  times.forEach((time, index) => {
    if (index > 0 && time - (times[index - 1] ?? 0) > 15) since = time;
    longest = Math.max(longest, time - since);
  });
  return longest;
}
