import { type BackfilledSeries, startTestPrometheus, type TestPrometheus } from "./prometheus";
import { remoteWrite, type WrittenSeries } from "./remote-write";

const scrapeMs = 15_000;
/** The late series arrive this long after their time. */
export const latestArrivalMs = 90_000;

interface Series {
  labels: Record<string, string>;
  delayMs: number;
  valueAt(seconds: number): number | null;
}

/** Counters that are reset, gauges, buckets, series that come and go, and series that arrive late; of two tenants. */
function makeSeries(): Series[] {
  const all: Series[] = [];
  for (const tenant of ["a", "b"]) {
    for (const [index, instance] of ["a", "b", "c"].entries()) {
      const base = { tenant, instance, job: index === 2 ? "batch" : "api" };
      const phase = index * 37 + (tenant === "a" ? 0 : 11);
      for (const code of ["200", "500"]) {
        const life = 900 + phase * 7;
        const counter = (seconds: number) =>
          Math.floor(((seconds + phase) % life) * (code === "200" ? 3.7 : 0.3));
        all.push({ labels: { ...base, __name__: "requests_total", code }, delayMs: 0, valueAt: counter });
        all.push({
          labels: { ...base, __name__: "late_total", code },
          delayMs: latestArrivalMs - index * 30_000,
          valueAt: counter,
        });
      }
      all.push({
        labels: { ...base, __name__: "temperature", code: "200" },
        delayMs: index * 20_000,
        valueAt: (seconds) => Math.round(Math.sin((seconds + phase) / 300) * 1_000) / 8,
      });
      all.push({
        labels: { ...base, __name__: "flapping", code: "200" },
        delayMs: 0,
        valueAt: (seconds) => (Math.floor((seconds + phase) / 240) % 3 === 1 ? null : (seconds % 97) + index),
      });
      for (const [place, le] of ["0.1", "1", "+Inf"].entries()) {
        all.push({
          labels: { ...base, __name__: "latency_bucket", le },
          delayMs: 0,
          valueAt: (seconds) => Math.floor(seconds % 3_000) * (place + 1),
        });
      }
    }
  }
  return all;
}

export interface GrowingSeries {
  prometheus: TestPrometheus;
  /** Writes what arrives until then. */
  advanceTo(nowMs: number): Promise<void>;
}

/** A real Prometheus with two hours of history, into which samples arrive as a clock of our own goes on. */
export async function startGrowingSeries(startMs: number): Promise<GrowingSeries> {
  const all = makeSeries();
  const historySeconds = 2 * 3_600;
  const startSeconds = startMs / 1_000;
  const history = all.map(({ labels, valueAt }): BackfilledSeries => ({ series: textOf(labels), valueAt }));
  const prometheus = await startTestPrometheus({
    startSeconds: startSeconds - historySeconds,
    endSeconds: startSeconds - scrapeMs / 1_000,
    stepSeconds: scrapeMs / 1_000,
    series: history,
  });
  const writtenUntil = all.map(() => startMs);
  return {
    prometheus,
    async advanceTo(nowMs) {
      const arrived = all.flatMap((one, index): WrittenSeries[] => {
        const samples: NonNullable<WrittenSeries["samples"]> = [];
        let at = writtenUntil[index] ?? startMs;
        for (; at + one.delayMs <= nowMs; at += scrapeMs) samples.push(...samplesAt(one, at));
        writtenUntil[index] = at;
        return samples.length > 0 ? [{ labels: one.labels, samples }] : [];
      });
      if (arrived.length > 0) await remoteWrite(prometheus.url, arrived);
    },
  };
}

/** A series that ends writes a stale marker once, as a scrape does. */
function samplesAt({ valueAt }: Series, timeMs: number): NonNullable<WrittenSeries["samples"]> {
  const value = valueAt(timeMs / 1_000);
  if (value !== null) return [{ timeMs, value }];
  return valueAt(timeMs / 1_000 - scrapeMs / 1_000) === null ? [] : [{ timeMs, value: Number.NaN }];
}

function textOf({ __name__ = "", ...labels }: Record<string, string>): string {
  const inside = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${__name__}{${inside.join(",")}}`;
}
