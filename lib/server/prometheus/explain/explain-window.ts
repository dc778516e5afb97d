import type { Finding } from "@/lib/shared/promql/explain/explanation";
import type { ExpressionNode } from "@/lib/shared/promql/explain/expression-tree";
import { formatDuration } from "@/lib/shared/time/duration";
import type { NodeCounts } from "./count-nodes";
import type { Explaining } from "./explaining";

/** A range selector that holds too few samples, although its series have some. */
export async function explainWindow(
  node: ExpressionNode,
  counts: NodeCounts,
  { source, grid }: Explaining,
  word?: string,
): Promise<Finding> {
  const selector = node.children[0]?.text ?? node.text;
  const times = counts.get(node.children[0]?.id ?? -1)?.times ?? [];
  const interval = await scrapeInterval(selector, times.at(-1) ?? grid.endSeconds, source);
  const needs = word === undefined ? "one sample" : "two samples";
  const who = word === undefined ? `\`${node.text}\`` : `${word}()`;
  const base = `${who} needs at least ${needs} in its window of ${node.window}`;
  if (interval === null) {
    return {
      reason: "rate_window",
      message: `${base} and finds fewer. Use a longer window, $__rate_interval say.`,
    };
  }
  const better = interval <= 15 ? "$__rate_interval" : formatDuration(4 * interval * 1_000);
  return {
    reason: "rate_window",
    message: `${base}, but a sample comes only every ${formatDuration(interval * 1_000)}. Use ${better}.`,
    suggestions: [better],
    fix: { kind: "replace", from: `[${node.window}]`, to: `[${better}]` },
  };
}

/** The usual time between two samples of one of the series. */
async function scrapeInterval(
  selector: string,
  atSeconds: number,
  source: Explaining["source"],
): Promise<number | null> {
  const [one] = await source.vector(`topk(1, ${selector})`, atSeconds);
  if (!one) return null;
  const labels = Object.entries(one.labels).map(
    ([label, value]) => `${JSON.stringify(label)}=${JSON.stringify(value)}`,
  );
  const [samples = []] = await source.samples(`{${labels.join(",")}}[2h]`, atSeconds);
  const gaps = samples.slice(1).map((at, index) => at - (samples[index] ?? at));
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  return middle === undefined ? null : Math.max(1, Math.round(middle));
}
