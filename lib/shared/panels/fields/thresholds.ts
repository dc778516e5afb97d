import type { FieldOptions } from "@/lib/shared/dashboards/reading-model";

type Thresholds = NonNullable<FieldOptions["thresholds"]>;

/** The highest step that the value reaches; in percentage mode by its place between min and max. */
export function activeThreshold(
  thresholds: FieldOptions["thresholds"],
  value: number,
  percent: number,
): Thresholds["steps"][number] | null {
  const steps = thresholds?.steps ?? [];
  const compared = thresholds?.mode === "percentage" ? percent * 100 : value;
  let active = steps[0] ?? null;
  for (const step of steps) {
    if (compared < step.value || Number.isNaN(compared)) break;
    active = step;
  }
  return active;
}

/** Thresholds as absolute values between min and max, for lines, bands and gauge rings. */
export function absoluteSteps(
  thresholds: FieldOptions["thresholds"],
  range: { min: number; max: number },
): Thresholds["steps"] {
  if (thresholds?.mode !== "percentage") return thresholds?.steps ?? [];
  const span = range.max - range.min;
  return thresholds.steps.map((step) => ({ ...step, value: range.min + (step.value / 100) * span }));
}
