import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Family, Reading } from "../family/family.ts";
import { histogram } from "../family/histogram.ts";
import { counter, gauge } from "../family/values.ts";
import { addSeries, addToGauge, count, freeze, observe, setGauge, spend } from "./effects.ts";
import { readOverlaid, settle } from "./read-overlaid.ts";
import { type Activity, type Effect, emptyState, type SystemState } from "./state.ts";
import { StateFile } from "./state-file.ts";

const flow = (t: number) => 2 * t;
const requests = counter("requests_total", "Requests.", [
  { labels: { path: "/a" }, value: flow },
  { labels: { path: "/b" }, value: flow },
]);
const memory = gauge("memory_bytes", "Memory.", [{ value: () => 100 }]);
const seconds = histogram(
  "request_seconds",
  "Time.",
  [1, 5],
  [{ parts: [{ flow, spread: { median: 1, sigma: 0.5 } }] }],
);
const families: Family[] = [requests, memory, seconds];

function during(from: number, until: number, ...effects: Effect[]): Activity {
  return { from, until, effects };
}

function stateWith(...activities: Activity[]): SystemState {
  return { ...emptyState(), activities };
}

function values(reading: Reading): number[] {
  return reading.type === "histogram"
    ? reading.points.flatMap(({ buckets, sum, count: events }) => [...buckets, sum, events])
    : reading.points.map(({ value }) => value);
}

describe("readOverlaid", () => {
  it("leaves the model alone when nothing goes on", () => {
    for (const family of families) {
      expect(values(readOverlaid(family, emptyState(), 1000.5))).toEqual(
        values(readOverlaid(family, stateWith(during(2000, 2100, freeze(family.name))), 1000.5)),
      );
    }
  });

  it("sets and adds to gauges while it lasts", () => {
    const state = stateWith(
      during(1000, 1100, setGauge("memory_bytes", 0, {}, 50)),
      during(1050, 1100, addToGauge("memory_bytes", 7)),
    );
    const at = (t: number) => values(readOverlaid(memory, state, t))[0];
    expect([at(999), at(1000), at(1040), at(1050), at(1100)]).toEqual([100, 0, 20, 32, 100]);
  });

  it("adds gauge series that the model does not have", () => {
    const state = stateWith(during(1000, 1100, addSeries("memory_bytes", { job: "demo" }, 0, 100)));
    expect(readOverlaid(memory, state, 1025)).toMatchObject({
      points: [{ value: 100 }, { labels: { job: "demo" }, value: 25 }],
    });
    expect(values(readOverlaid(memory, state, 1200))).toEqual([100]);
  });

  it("adds events to one counter, and keeps them", () => {
    const state = stateWith(during(1000, 1100, count("requests_total", 10, { path: "/a" })));
    expect(values(readOverlaid(requests, state, 1055))).toEqual([2110 + 5, 2110]);
    expect(values(readOverlaid(requests, state, 1500))).toEqual([3010, 3000]);
  });

  it("adds parts to a counter that counts in parts", () => {
    const state = stateWith(during(1000, 1100, spend("requests_total", 1, { path: "/a" })));
    expect(values(readOverlaid(requests, state, 1025))[0]).toBe(2050.25);
  });

  it("adds observations to the right buckets", () => {
    const state = stateWith(during(1000, 1100, observe("request_seconds", 10, 3)));
    const before = values(readOverlaid(seconds, emptyState(), 1200));
    const after = values(readOverlaid(seconds, state, 1200));
    expect(after.map((value, index) => Math.round(value - (before[index] ?? 0)))).toEqual([0, 10, 30, 10]);
  });

  it("freezes counters and lets them go on from there", () => {
    const state = stateWith(during(1000, 1100, freeze("requests_total", { path: "/b" })));
    expect(values(readOverlaid(requests, state, 1060))).toEqual([2120, 2000]);
    expect(values(readOverlaid(requests, state, 1110))).toEqual([2220, 2020]);
  });

  it("ends early when cleared", () => {
    const cleared = { ...during(1000, 1100, count("requests_total", 10, { path: "/a" })), clearedAt: 1050 };
    expect(values(readOverlaid(requests, stateWith(cleared), 1200))[0]).toBe(2405);
  });
});

describe("settle", () => {
  const activities = [
    during(1000, 1100, freeze("requests_total", { path: "/b" }), count("requests_total", 9, { path: "/a" })),
    during(1050, 1090, observe("request_seconds", 4, 3), freeze("request_seconds")),
    during(1050, 5000, count("requests_total", 3950, { path: "/a" }), setGauge("memory_bytes", 1)),
  ];

  it("changes no value, and forgets what has ended", () => {
    const before = stateWith(...activities);
    const after = settle(families, before, 1200);
    expect(after.activities).toEqual([activities[2]]);
    for (const family of families) {
      for (const t of [1200, 1234.5, 6000]) {
        const [left, right] = [before, after].map((state) => values(readOverlaid(family, state, t)));
        expect(right?.map(Math.round)).toEqual(left?.map(Math.round));
      }
    }
  });

  it("keeps what has not begun", () => {
    const state = stateWith(during(1000, 1100, count("requests_total", 1, { path: "/a" })));
    expect(settle(families, state, 900)).toBe(state);
  });
});

describe("StateFile", () => {
  const folder = mkdtempSync(join(tmpdir(), "exporters-state-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives back what was set before the restart", () => {
    const file = join(folder, "deep", "state.json");
    const state = { activities: [during(1, 2, freeze("a_total"))], settled: { "a_total{}": [3] } };
    new StateFile(file).set("maestro", state);
    expect(new StateFile(file).get("maestro")).toEqual(state);
    expect(new StateFile(file).get("automation")).toEqual(emptyState());
  });

  it("says what to do about a file that it cannot read", () => {
    const file = join(folder, "broken.json");
    writeFileSync(file, '{"version": 1, "systems": {"maestro": 7}}');
    expect(() => new StateFile(file)).toThrow(/Delete the file/);
  });
});
