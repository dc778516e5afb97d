import { describe, expect, it } from "vitest";
import { growthSince, labelDanger, metricDanger } from "./cardinality";

const row = (series: number, dayAgo: number | null = null) => ({ name: "a", series, dayAgo, weekAgo: null });

describe("cardinality dangers", () => {
  it("marks metrics that are large, a large share, or grow fast", () => {
    expect(metricDanger(row(12_000), 1e6)).toBe("more than 10,000 series");
    expect(metricDanger(row(2_000), 4_000)).toBe("50 % of all series");
    expect(metricDanger(row(2_000, 1_200), 1e6)).toBe("grew by half within a day");
    expect(metricDanger(row(2_000, 1_900), 1e6)).toBeNull();
    expect(metricDanger(row(500), 600)).toBeNull();
  });

  it("marks labels with many values, or with values that are ids", () => {
    expect(labelDanger({ label: "user", values: 5_000, series: 5_000 })).toBe("more than 1,000 values");
    const ids = ["a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org"];
    expect(labelDanger({ label: "user", values: 5, series: 5 }, ids)).toBe("its values look like ids");
    expect(
      labelDanger({ label: "status", values: 5, series: 5 }, ["200", "201", "404", "500", "503"]),
    ).toBeNull();
    expect(labelDanger({ label: "__name__", values: 5_000, series: 5 })).toBeNull();
  });

  it("says nothing of growth without history", () => {
    expect(growthSince(150, 100)).toBeCloseTo(0.5);
    expect(growthSince(150, null)).toBeNull();
    expect(growthSince(150, 0)).toBeNull();
  });
});
