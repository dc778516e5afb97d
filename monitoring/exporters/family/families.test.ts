import { describe, expect, it } from "vitest";
import { DAY, EPOCH_SECONDS } from "../signal/epoch.ts";
import { flow } from "../signal/flow.ts";
import { readFamily } from "./family.ts";
import { histogram } from "./histogram.ts";
import { hasLabels, labelsKey } from "./labels-key.ts";
import { samplesOf } from "./samples.ts";
import { split } from "./split.ts";
import { counter } from "./values.ts";

const THEN = EPOCH_SECONDS + 400 * DAY;

describe("histogram", () => {
  const events = flow(5, { perSecond: 0.7, wobble: 0.4 });
  const family = histogram(
    "test_seconds",
    "A test.",
    [0.5, 1, 2, 8],
    [{ labels: { task: "a" }, parts: [{ flow: events, spread: { median: 1, sigma: 0.6 } }] }],
  );
  const pointAt = (t: number) => family.at(t)[0] ?? { labels: {}, buckets: [], sum: 0, count: 0 };

  it("puts every observation into one bucket, whatever stretch of time one looks at", () => {
    for (let t = THEN; t < THEN + 3600; t += 10) {
      const before = pointAt(t);
      const after = pointAt(t + 10);
      const seen = [...after.buckets, after.count].map(
        (value, index) => value - ([...before.buckets, before.count][index] ?? 0),
      );
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    }
  });

  it("has a sum that the buckets allow", () => {
    const before = pointAt(THEN);
    const after = pointAt(THEN + DAY);
    const mean = (after.sum - before.sum) / (after.count - before.count);
    expect(mean).toBeCloseTo(Math.exp(0.6 ** 2 / 2), 1);
  });

  it("is exposed with le, infinity, sum and count", () => {
    const samples = samplesOf(readFamily(family, THEN));
    expect(samples.map(({ name, labels }) => `${name} ${labels.le ?? ""}`.trim())).toEqual([
      "test_seconds_bucket 0.5",
      "test_seconds_bucket 1",
      "test_seconds_bucket 2",
      "test_seconds_bucket 8",
      "test_seconds_bucket +Inf",
      "test_seconds_sum",
      "test_seconds_count",
    ]);
    expect(samples.at(-1)?.value).toBe(samples.at(-3)?.value);
  });
});

describe("split", () => {
  it("gives kinds that add up to the whole and keep their shares", () => {
    const events = flow(9, { perSecond: 3 });
    const kindOf = split(2, events, { pass: 0.9, fail: 0.1 });
    for (const t of [THEN, THEN + 7, THEN + 999]) {
      expect(kindOf("pass")(t) + kindOf("fail")(t)).toBe(Math.floor(events(t)));
    }
    const failed = kindOf("fail")(THEN + DAY) - kindOf("fail")(THEN);
    expect(failed / (events(THEN + DAY) - events(THEN))).toBeCloseTo(0.1, 2);
  });
});

describe("counter", () => {
  it("counts whole events", () => {
    const family = counter("test_total", "A test.", [{ value: flow(4, { perSecond: 0.013 }) }]);
    expect(Number.isInteger(family.at(THEN + 0.77)[0]?.value)).toBe(true);
  });
});

describe("labels", () => {
  it("make one key in any order", () => {
    expect(labelsKey({ b: "2", a: '1"' })).toBe(labelsKey({ a: '1"', b: "2" }));
    expect(labelsKey({ a: "1" })).not.toBe(labelsKey({ a: "2" }));
    expect(hasLabels({ a: "1", b: "2" }, { b: "2" })).toBe(true);
    expect(hasLabels({ a: "1" }, { b: "2" })).toBe(false);
  });
});
