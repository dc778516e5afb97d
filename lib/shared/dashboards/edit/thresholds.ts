import type { Json } from "@/lib/shared/json";

export interface ThresholdStep {
  /** -Infinity for the base. */
  value: number;
  color: string;
}

/** The steps in rising order with one thing changed at `index`. */
export function withStep(
  steps: ThresholdStep[],
  index: number,
  change: Partial<ThresholdStep>,
): ThresholdStep[] {
  return steps.map((step, position) => (position === index ? { ...step, ...change } : step));
}

/** As Grafana stores them: rising, the base first with a value of null. */
export function toStoredSteps(steps: ThresholdStep[]): Json {
  return steps
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, color }, index) => ({
      color,
      value: index === 0 || !Number.isFinite(value) ? null : value,
    }));
}
