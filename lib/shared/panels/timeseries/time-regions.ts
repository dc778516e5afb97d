import { type DailyRegion, dailySpans, mostSpans, type Span } from "./daily-spans";
import type { TimeRegion } from "./time-chart-model";

/** As old graphs mark them; times of day are UTC. */
export interface StoredRegion extends DailyRegion {
  fill: boolean;
  line: boolean;
  colorMode: string;
  fillColor: string;
  lineColor: string;
}

const named: Record<string, string> = {
  gray: "rgba(128, 128, 128, 0.15)",
  red: "rgba(234, 112, 112, 0.12)",
  green: "rgba(11, 237, 50, 0.09)",
  blue: "rgba(11, 125, 238, 0.12)",
  yellow: "rgba(235, 138, 14, 0.12)",
};

/** The regions that lie in a range, in order of time. */
export function timeRegions(stored: readonly StoredRegion[], range: Span): TimeRegion[] {
  const found = stored.flatMap((region) =>
    dailySpans(region, range, "utc").map((span) => ({ ...span, ...colors(region) })),
  );
  return found.slice(0, mostSpans).sort((a, b) => a.fromMs - b.fromMs);
}

function colors({
  fill,
  line,
  colorMode,
  fillColor,
  lineColor,
}: StoredRegion): Pick<TimeRegion, "fill" | "line"> {
  const own = colorMode === "custom";
  const color = named[colorMode] ?? named.gray ?? null;
  return { fill: fill ? (own ? fillColor : color) : null, line: line ? (own ? lineColor : color) : null };
}
