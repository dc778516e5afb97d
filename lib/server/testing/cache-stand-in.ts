import type { Matrix } from "@/lib/server/prometheus/cache/matrix";
import { planReuse } from "@/lib/server/prometheus/cache/plan-reuse";
import type { CachedQuestion, FreshAnswer } from "@/lib/server/prometheus/cache/query-cache";
import { readMatrix } from "@/lib/server/prometheus/cache/read-matrix";
import { renderMatrix } from "@/lib/server/prometheus/cache/render-matrix";

const freshMs = 120_000;
/** The second from which questions count. */
export const baseSeconds = 1_700_000_000;

export interface Ask {
  query?: string;
  start: number;
  end: number;
  step?: number;
  scope?: string;
  shareMs?: number;
  signal?: AbortSignal;
}

/** Stands for an upstream whose value at a time is that time; writes down what it is asked. */
export function cacheStandIn(now: () => number) {
  let aheadMs = 0;
  let behindMs = 0;
  const asked: [from: number, to: number][] = [];
  const points = { count: 0 };
  let fail: (() => Promise<never>) | null = null;
  let warnings: string[] = [];
  const answer = async (from: number, to: number, step: number): Promise<Matrix> => {
    asked.push([from - baseSeconds, to - baseSeconds]);
    aheadMs = behindMs;
    if (fail) return fail();
    const values: [number, string][] = [];
    for (let at = from; at <= to; at += step) values.push([at, String(at)]);
    points.count += values.length;
    const matrix = await readMatrix({ result: [{ metric: { a: "1" }, values }] }, { warnings, infos: [] });
    if (!matrix) throw new Error("unreadable");
    return matrix;
  };
  const render = (matrix: Matrix): FreshAnswer => ({
    answer: {
      kind: "answer",
      body: renderMatrix(matrix),
      warnings: matrix.warnings,
      infos: [],
      ...(matrix.warnings.length > 0 ? { isPartial: true } : {}),
    },
  });
  const question = ({
    query = "up",
    start,
    end,
    step = 10,
    scope = "a",
    shareMs = 0,
    signal,
  }: Ask): CachedQuestion => {
    const form: [string, string][] = [
      ["query", query],
      ["start", String(baseSeconds + start)],
      ["end", String(baseSeconds + end)],
      ["step", String(step)],
    ];
    return {
      scope: [scope],
      expr: query,
      form,
      bounds: "30 s",
      plan: planReuse({
        ...{ tenantId: "t", endpoint: "query_range", form, nowMs: now(), freshMs, shareMs },
        aheadMs: () => aheadMs,
      }),
      signal,
      askWhole: async () => render(await answer(baseSeconds + start, baseSeconds + end, step)),
      askPart: ({ fromMs, toMs }) => answer(fromMs / 1_000, toMs / 1_000, step),
      render,
    };
  };
  return {
    asked,
    points,
    question,
    failWith: (make: (() => Promise<never>) | null) => {
      fail = make;
    },
    /** What the next answers tell of the upstream's clock. */
    beBehind: (ms: number) => {
      behindMs = ms;
    },
    warnWith: (texts: string[]) => {
      warnings = texts;
    },
  };
}
