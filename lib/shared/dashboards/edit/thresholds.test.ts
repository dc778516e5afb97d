import { describe, expect, it } from "vitest";
import { toStoredSteps, withStep } from "./thresholds";

describe("thresholds", () => {
  const steps = [
    { value: Number.NEGATIVE_INFINITY, color: "green" },
    { value: 70, color: "yellow" },
    { value: 90, color: "red" },
  ];

  it("are stored rising, with a base of null", () => {
    expect(toStoredSteps(withStep(steps, 1, { value: 95 }))).toEqual([
      { color: "green", value: null },
      { color: "red", value: 90 },
      { color: "yellow", value: 95 },
    ]);
  });

  it("change one step only", () => {
    expect(withStep(steps, 2, { color: "blue" })[1]).toBe(steps[1]);
  });
});
