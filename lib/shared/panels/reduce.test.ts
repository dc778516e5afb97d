import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepsUnit, reducerName, reducerNames, reduceToNumber, reduceValues } from "./reduce";
import { grafanaData } from "./testing/grafana-data";

const { reduceField, fieldReducers, FieldType } = grafanaData;

function grafanas(values: (number | null)[], reducer: string): unknown {
  const field = { name: "x", type: FieldType.number, config: {}, values };
  const reduced = reduceField({ field, reducers: [reducer] })[reducer];
  // Its least positive value of none is the largest number there is.
  return reduced === Number.MAX_VALUE ? null : reduced;
}

describe("reduceValues", () => {
  it("calculates what Grafana calculates", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(null)), {
      minLength: 1,
      maxLength: 30,
    });
    const reducers = Object.keys(reducerNames).filter((id) => id !== "allValues" && id !== "uniqueValues");
    fc.assert(
      fc.property(values, fc.constantFrom(...reducers, "p5", "p50", "p95"), (list, reducer) => {
        const [mine, theirs] = [reduceValues(list, reducer), grafanas(list, reducer)];
        if (typeof mine === "number" && typeof theirs === "number") {
          if (Number.isFinite(theirs)) expect(Math.abs(mine - theirs)).toBeLessThan(1e-6);
        } else
          expect([reducer, mine ?? null]).toEqual([reducer, Number.isNaN(theirs) ? null : (theirs ?? null)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves gaps and NaN out", () => {
    const values = [null, Number.NaN, 2, 4, Number.NaN, null];
    expect(
      ["lastNotNull", "firstNotNull", "min", "max", "mean", "sum"].map((id) => reduceValues(values, id)),
    ).toEqual([4, 2, 2, 4, 3, 6]);
    expect(
      ["lastNotNull", "min", "mean", "sum", "nonsense", "toString"].map((id) => reduceValues([null], id)),
    ).toEqual([null, null, null, 0, null, null]);
    expect([reduceToNumber(["a"], "last"), reduceToNumber([0, 0], "allIsZero")]).toEqual([null, 1]);
  });

  it("knows the names, old names and units of Grafana", () => {
    for (const { id, name, preservesUnits } of fieldReducers.list()) {
      expect([id, reducerName(id)]).toEqual([id, name]);
      const isList = id === "allValues" || id === "uniqueValues";
      if (!isList) expect([id, keepsUnit(id)]).toEqual([id, preservesUnits]);
    }
    expect(["current", "avg", "total"].map((id) => reduceValues([1, 3], id))).toEqual([3, 2, 4]);
  });
});
