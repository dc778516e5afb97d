import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectGaps } from "./connect-gaps";

describe("connectGaps", () => {
  it("connects gaps up to the given length and keeps longer ones", () => {
    const times = [0, 10, 20, 30, 40, 50, 60];
    expect(connectGaps([1, null, 2, null, null, null, 3], times, 20)).toEqual([
      1,
      undefined,
      2,
      null,
      null,
      null,
      3,
    ]);
  });

  it("keeps gaps at both ends and turns what cannot be drawn into gaps", () => {
    expect(connectGaps([null, Number.NaN, 1, Number.POSITIVE_INFINITY, null], [0, 1, 2, 3, 4], 1000)).toEqual(
      [null, null, 1, null, null],
    );
  });

  it("never touches a finite value", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: null })), fc.nat(20), (values, longest) => {
        const connected = connectGaps(
          values,
          values.map((_, index) => index),
          longest,
        );
        values.forEach((value, index) => {
          if (value !== null) expect(connected[index]).toBe(value);
          else expect(connected[index] ?? null).toBeNull();
        });
      }),
    );
  });
});
