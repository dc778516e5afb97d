import { edgeOf } from "@/lib/shared/panels/heatmap/value-scale";
import { fromWireValue, type RangeFrame, type ValueScale } from "@/lib/shared/prometheus/frame";
import { type RangeGrid, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import type { Ask } from "./ask-frame";
import { GatewayError } from "./gateway-error";
import { toParams } from "./read-params";

interface CountInput {
  expr: string;
  grid: RangeGrid;
  /** The buckets for values between these two. */
  scaleFor: (low: number, high: number) => ValueScale;
  ask: Ask;
}

/** How many series lie in which bucket at each step, counted by Prometheus: only the counts travel. */
export async function countValues({ expr, grid, scaleFor, ask }: CountInput): Promise<{
  frame: RangeFrame;
  series: number;
}> {
  const { startSeconds: start, endSeconds: end, stepSeconds: step } = grid;
  const range = async (query: string) => {
    const { data } = await ask("query_range", toParams({ query, start, end, step }));
    return toRangeFrame(data, grid);
  };
  const finite = `(${whole(expr)} > -Inf < +Inf)`;
  const [lows, highs] = await Promise.all([range(`min(${finite})`), range(`max(${finite})`)]);
  const [low, high] = [Math.min(...numbersOf(lows)), Math.max(...numbersOf(highs))];
  if (low > high) throw new GatewayError("execution", "There are no numbers to count.");
  const counted = scaleFor(low, high);
  const frame = await range(`count_values("bucket", ${bucketExpression(expr, counted)})`);
  const named = frame.series.map(({ labels: { bucket = "" }, values }) => ({
    labels: {
      bucket,
      from: String(edgeOf(counted, Number(bucket))),
      to: String(edgeOf(counted, Number(bucket) + 1)),
    },
    values,
  }));
  return { frame: { ...frame, series: named, counted }, series: mostAtOnce(frame) };
}

/** The counts of one step, over all buckets, are its series. */
function mostAtOnce({ series }: RangeFrame): number {
  const totals: number[] = [];
  for (const { values } of series) {
    for (const [step, value] of values.entries()) totals[step] = (totals[step] ?? 0) + Number(value);
  }
  return Math.max(0, ...totals);
}

function numbersOf({ series }: RangeFrame): number[] {
  return series
    .flatMap(({ values }) => values.map(fromWireValue))
    .filter((value): value is number => value !== null && Number.isFinite(value));
}

function bucketExpression(expr: string, scale: ValueScale): string {
  if (scale.kind === "linear") return `floor((${whole(expr)} - ${scale.offset}) / ${scale.size})`;
  return `floor(ln(${whole(expr)} > 0) * ${scale.parts / Math.log(scale.base)} + 1e-9)`;
}

/** In parentheses of its own; a comment at its end must not swallow them. */
function whole(expr: string): string {
  return `(${expr}\n)`;
}
