import type { RawTimeRange } from "./time-range";

/** The ranges that Grafana's picker offers, in its order; rangeLabel() names them. */
export const quickRanges: readonly RawTimeRange[] = [
  ...[
    "5m",
    "15m",
    "30m",
    "1h",
    "3h",
    "6h",
    "12h",
    "24h",
    "2d",
    "7d",
    "30d",
    "90d",
    "6M",
    "1y",
    "2y",
    "5y",
  ].map((back) => ({ from: `now-${back}`, to: "now" })),
  ...["1d/d", "2d/d", "7d/d", "1w/w", "1M/M", "1Q/Q", "1y/y"].map((back) => ({
    from: `now-${back}`,
    to: `now-${back}`,
  })),
  ...["d", "w", "M", "y"].flatMap((unit) => [
    { from: `now/${unit}`, to: `now/${unit}` },
    { from: `now/${unit}`, to: "now" },
  ]),
];

export const refreshIntervals: readonly string[] = [
  "5s",
  "10s",
  "30s",
  "1m",
  "5m",
  "15m",
  "30m",
  "1h",
  "2h",
  "1d",
];
