import {
  type DailyRegion,
  dailySpans,
  mostSpans,
  type Span,
} from "@/lib/shared/panels/timeseries/daily-spans";
import { cronTimes } from "@/lib/shared/time/cron-times";

/** One of every day or week, or one that begins whenever a cron expression strikes. */
interface AnnotatedRegion extends DailyRegion {
  cron?: { expression: string; lastsMs: number };
}

/** The stretches that lie in a range, cut to it. */
export function regionSpans({ cron, ...daily }: AnnotatedRegion, range: Span, timeZone: string): Span[] {
  return cron ? cronSpans(cron, range, timeZone) : dailySpans(daily, range, timeZone);
}

function cronSpans(
  { expression, lastsMs }: { expression: string; lastsMs: number },
  range: Span,
  timeZone: string,
): Span[] {
  const asked = { fromMs: range.fromMs - lastsMs + 1, toMs: range.toMs };
  return cronTimes(expression, asked, timeZone, mostSpans).map((at) => ({
    fromMs: Math.max(at, range.fromMs),
    toMs: Math.min(at + lastsMs, range.toMs),
  }));
}
