import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateSegments } from "./state-segments";

const stateOf = (value: unknown) => ({ color: `color-${value}`, text: String(value) });
const rule = { merge: true, spanNulls: false, endMs: 100 };
const short = (segments: ReturnType<typeof stateSegments>) =>
  segments.map(({ fromMs, toMs, text }) => [fromMs, toMs, text]);

describe("stateSegments", () => {
  it("joins equal neighbours and lets the last state run to the end of the range", () => {
    expect(short(stateSegments([0, 10, 20, 30], [1, 1, 2, 1], stateOf, rule))).toEqual([
      [0, 20, "1"],
      [20, 30, "2"],
      [30, 100, "1"],
    ]);
  });

  it("keeps every sample apart when asked to", () => {
    expect(stateSegments([0, 10], [1, 1], stateOf, { ...rule, merge: false })).toHaveLength(2);
  });

  it("ends a state at a gap, unless the gap is bridged", () => {
    const times = [0, 10, 20, 30];
    const values = [1, null, 1, null];
    expect(short(stateSegments(times, values, stateOf, rule))).toEqual([
      [0, 10, "1"],
      [20, 30, "1"],
    ]);
    expect(short(stateSegments(times, values, stateOf, { ...rule, spanNulls: 10 }))).toEqual([[0, 30, "1"]]);
    expect(short(stateSegments(times, values, stateOf, { ...rule, spanNulls: true }))).toEqual([
      [0, 100, "1"],
    ]);
  });

  it("has nothing to say about no values", () => {
    expect(stateSegments([], [], stateOf, rule)).toEqual([]);
    expect(stateSegments([0, 10], [null, null], stateOf, rule)).toEqual([]);
  });

  it("never overlaps and never leaves the order of time", () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        (values, merge, spanNulls) => {
          const times = values.map((_, index) => index);
          const segments = stateSegments(times, values, stateOf, { merge, spanNulls, endMs: values.length });
          segments.forEach(({ fromMs, toMs }, index) => {
            expect(toMs).toBeGreaterThan(fromMs);
            expect(segments[index + 1]?.fromMs ?? toMs).toBeGreaterThanOrEqual(toMs);
          });
          values.forEach((one, time) => {
            if (one === null) return;
            const at = segments.find(({ fromMs, toMs }) => fromMs <= time && time < toMs);
            expect(at?.text).toBe(String(one));
          });
        },
      ),
    );
  });
});
