/** Upper bound of a raw interval (ms) and what Grafana rounds it to. */
const rounding: readonly (readonly [number, number])[] = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, 1_000],
  [3_500, 2_000],
  [7_500, 5_000],
  [12_500, 10_000],
  [17_500, 15_000],
  [25_000, 20_000],
  [45_000, 30_000],
  [90_000, 60_000],
  [210_000, 120_000],
  [450_000, 300_000],
  [750_000, 600_000],
  [1_050_000, 900_000],
  [1_500_000, 1_200_000],
  [2_700_000, 1_800_000],
  [5_400_000, 3_600_000],
  [9_000_000, 7_200_000],
  [16_200_000, 10_800_000],
  [32_400_000, 21_600_000],
  [86_400_000, 43_200_000],
  [604_800_000, 86_400_000],
  [1_814_400_000, 604_800_000],
  [3_628_800_000, 2_592_000_000],
];

export function roundIntervalMs(intervalMs: number): number {
  return rounding.find(([below]) => intervalMs < below)?.[1] ?? 31_536_000_000;
}

/** Prometheus refuses more points a series than this. */
export const maxPointsPerSeries = 11_000;

export interface StepInput {
  fromMs: number;
  toMs: number;
  maxDataPoints: number;
  /** From the panel's or target's "Min interval"; 0 when unset. */
  minIntervalSeconds: number;
  /** The target's own "Min step", or the datasource's scrape interval; the panel's "Min interval" is none. */
  scrapeIntervalSeconds: number;
  /** The old "Resolution 1/n". */
  intervalFactor?: number;
}

export interface Step {
  /** What `$__interval` stands for. */
  intervalMs: number;
  stepSeconds: number;
  /** What `$__rate_interval` stands for. */
  rateIntervalSeconds: number;
}

/** As Grafana: the width of a pixel rounded to a human interval, at least the minimum, at most 11,000 points. */
export function calculateStep(input: StepInput): Step {
  const rangeMs = Math.max(0, input.toMs - input.fromMs);
  const floorSeconds = input.minIntervalSeconds || input.scrapeIntervalSeconds;
  const rounded = roundIntervalMs(rangeMs / Math.max(1, input.maxDataPoints));
  const intervalMs = Math.max(rounded, floorSeconds * 1_000);
  const safeMs = Math.ceil(rangeMs / maxPointsPerSeries / 1_000) * 1_000;
  const stepMs = Math.max(intervalMs * Math.max(1, input.intervalFactor ?? 1), safeMs);
  return {
    intervalMs: stepMs,
    stepSeconds: stepMs / 1_000,
    rateIntervalSeconds: Math.max(
      intervalMs / 1_000 + input.scrapeIntervalSeconds,
      4 * input.scrapeIntervalSeconds,
    ),
  };
}

/** Both ends on the step's grid of the epoch, so that every refresh asks for the same points. */
export function alignRange(
  fromMs: number,
  toMs: number,
  stepSeconds: number,
): { startSeconds: number; endSeconds: number } {
  const stepMs = Math.round(stepSeconds * 1_000);
  return {
    startSeconds: (Math.floor(fromMs / stepMs) * stepMs) / 1_000,
    endSeconds: (Math.floor(toMs / stepMs) * stepMs) / 1_000,
  };
}
