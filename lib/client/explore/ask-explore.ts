import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { isJsonObject } from "@/lib/shared/json";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { alignRange } from "@/lib/shared/prometheus/step";
import { toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { fillInBuiltins } from "./fill-in-builtins";

export interface ExploreQuestion {
  tenant: string;
  datasource: string;
  expr: string;
  range: TimeRange;
  maxDataPoints?: number;
}

export interface ExploreAnswer {
  /** After `$__interval` and its like were filled in. */
  expr: string;
  range: Frame;
  instant: Frame;
  receivedAtMs: number;
  timing: ExploreTiming;
}

export interface ExploreTiming {
  /** From asking to the whole answer, as this browser sees it. */
  rangeMs: number;
  instantMs: number;
  stepSeconds: number;
  /** What Prometheus says of its own work; null where it says nothing. */
  evalMs: number | null;
  samples: number | null;
}

/** The expression over the range and at its end; `$__interval` and its like are filled in as in a panel. */
export async function askExplore(question: ExploreQuestion, signal: AbortSignal): Promise<ExploreAnswer> {
  const { tenant, datasource, range, maxDataPoints } = question;
  const { query, step } = fillInBuiltins(question.expr, range, maxDataPoints);
  const grid = { ...alignRange(range.fromMs, range.toMs, step.stepSeconds), stepSeconds: step.stepSeconds };
  const endSeconds = Math.floor(range.toMs / 1_000);
  const common = { tenant, datasource, signal };
  const span = {
    start: String(grid.startSeconds),
    end: String(grid.endSeconds),
    step: String(grid.stepSeconds),
  };
  const [overTime, atEnd] = await Promise.all([
    timed(askPrometheus({ ...common, path: "query_range", params: { query, ...span, stats: "all" } })),
    timed(askPrometheus({ ...common, path: "query", params: { query, time: String(endSeconds) } })),
  ]);
  return {
    expr: query,
    range: toRangeFrame(overTime.answer, grid),
    instant: toInstantFrame(atEnd.answer, endSeconds),
    receivedAtMs: Date.now(),
    timing: {
      rangeMs: overTime.ms,
      instantMs: atEnd.ms,
      stepSeconds: grid.stepSeconds,
      ...upstreamStats(overTime.answer),
    },
  };
}

async function timed(asked: Promise<unknown>): Promise<{ answer: unknown; ms: number }> {
  const startedMs = performance.now();
  const answer = await asked;
  return { answer, ms: performance.now() - startedMs };
}

function upstreamStats(answer: unknown): { evalMs: number | null; samples: number | null } {
  const stats = isJsonObject(answer) && isJsonObject(answer.stats) ? answer.stats : {};
  const timings = isJsonObject(stats.timings) ? stats.timings : {};
  const samples = isJsonObject(stats.samples) ? stats.samples : {};
  return {
    evalMs: typeof timings.execTotalTime === "number" ? timings.execTotalTime * 1_000 : null,
    samples: typeof samples.totalQueryableSamples === "number" ? samples.totalQueryableSamples : null,
  };
}
