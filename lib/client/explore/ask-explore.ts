import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { alignRange, calculateStep } from "@/lib/shared/prometheus/step";
import { toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";

export interface ExploreQuestion {
  tenant: string;
  datasource: string;
  expr: string;
  range: TimeRange;
  maxDataPoints: number;
}

export interface ExploreAnswer {
  expr: string;
  range: Frame;
  instant: Frame;
  receivedAtMs: number;
}

const scrapeIntervalSeconds = 15;

/** The expression over the range and at its end; `$__interval` and its like are filled in as in a panel. */
export async function askExplore(question: ExploreQuestion, signal: AbortSignal): Promise<ExploreAnswer> {
  const { tenant, datasource, range, maxDataPoints } = question;
  const step = calculateStep({ ...range, maxDataPoints, minIntervalSeconds: 0, scrapeIntervalSeconds });
  const scope = buildScope({
    variables: [],
    values: {},
    range,
    builtins: builtinVariables({ ...range, step }),
  });
  const query = interpolatePromql(question.expr, scope);
  const grid = { ...alignRange(range.fromMs, range.toMs, step.stepSeconds), stepSeconds: step.stepSeconds };
  const endSeconds = Math.floor(range.toMs / 1_000);
  const [overTime, atEnd] = await Promise.all([
    askPrometheus({
      tenant,
      datasource,
      path: "query_range",
      params: {
        query,
        start: String(grid.startSeconds),
        end: String(grid.endSeconds),
        step: String(grid.stepSeconds),
      },
      signal,
    }),
    askPrometheus({ tenant, datasource, path: "query", params: { query, time: String(endSeconds) }, signal }),
  ]);
  return {
    expr: query,
    range: toRangeFrame(overTime, grid),
    instant: toInstantFrame(atEnd, endSeconds),
    receivedAtMs: Date.now(),
  };
}
