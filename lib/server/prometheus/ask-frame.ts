import { LRUCache } from "lru-cache";
import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import { mostSeries as mostDrawn } from "@/lib/shared/panels/most-series";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { countValues } from "./count-values";
import type { EndpointName } from "./endpoints";
import { frameInPieces } from "./frame-in-pieces";
import type { GatewayAnswer } from "./gateway";
import { GatewayError } from "./gateway-error";
import { truncated } from "./limit-answer";
import type { PlannedTarget } from "./plan-panel";
import { type Params, toParams } from "./read-params";

export type Ask = (endpoint: EndpointName, params: Params) => Promise<GatewayAnswer>;

interface AskedFrame {
  frame: Frame;
  warnings: readonly string[];
}

/** Answers that were too large a while ago: their next refresh does not ask for the whole again. */
const large = new LRUCache<string, true>({ max: 1_000, ttl: 10 * 60_000 });

/**
 * A target's answer as a frame. One that is too large is counted by Prometheus, or stood for by its first series.
 * `place` tells equal expressions of differing datasources apart.
 */
export async function askFrame(
  target: PlannedTarget,
  expr: string,
  ask: Ask,
  place = "",
): Promise<AskedFrame> {
  const { grid, kind, mostSeries } = target;
  const { startSeconds, endSeconds, stepSeconds } = grid;
  const key = JSON.stringify([place, expr, kind, Math.round(endSeconds - startSeconds), stepSeconds]);
  if (!Number.isFinite(mostSeries) && large.has(key)) {
    const less = await askLess(target, expr, ask).catch(() => null);
    if (less) return less;
  }
  try {
    return await askWithLimit(target, expr, mostSeries, ask);
  } catch (error) {
    if (!isTooLarge(error) || Number.isFinite(mostSeries)) throw error;
    const less = await askLess(target, expr, ask).catch(() => {
      throw error;
    });
    large.set(key, true);
    return less;
  }
}

async function askWithLimit(
  { kind, grid }: PlannedTarget,
  expr: string,
  most: number,
  ask: Ask,
): Promise<AskedFrame> {
  const { startSeconds: start, endSeconds: end, stepSeconds: step } = grid;
  const time: Record<string, number> = kind === "instant" ? { time: end } : { start, end, step };
  const limit: Record<string, number> = Number.isFinite(most) ? { limit: most } : {};
  const params = toParams({ query: expr, ...time, ...limit });
  const answer = await ask(kind === "instant" ? "query" : "query_range", params);
  // Of a page, several answers come in one turn.
  await ownTurn();
  const made = await frameInPieces(answer.data, kind, grid);
  const frame = answer.warnings.includes(truncated) ? { ...made, cut: true as const } : made;
  const warnings = answer.warnings.filter((text) => text !== truncated && !answer.notes.includes(text));
  const unread = histogramsIn(answer.data);
  return { frame, warnings: unread > 0 ? [...warnings, ofHistograms(unread)] : warnings };
}

/** Series that are native histograms and nothing else: they have no single value at a time. */
function histogramsIn(data: unknown): number {
  if (!isJsonObject(data) || !Array.isArray(data.result)) return 0;
  const has = (one: unknown, keys: string[]) => isJsonObject(one) && keys.some((key) => key in one);
  return data.result.filter((one) => has(one, ["histogram", "histograms"]) && !has(one, ["value", "values"]))
    .length;
}

function ofHistograms(count: number): string {
  const series = count === 1 ? "One series is a native histogram" : `${count} series are native histograms`;
  return `${series}, which has no single value to draw. Ask for histogram_quantile(0.95, ...), histogram_count(...) or histogram_sum(...) of it.`;
}

async function askLess(target: PlannedTarget, expr: string, ask: Ask): Promise<AskedFrame> {
  const { scaleFor, grid, kind } = target;
  if (scaleFor && kind === "range") {
    const { frame, series } = await countValues({ expr, grid, scaleFor, ask });
    const many = series.toLocaleString("en-US");
    return { frame, warnings: [`These are ${many} series; Prometheus counted their values itself.`] };
  }
  const { frame, warnings } = await askWithLimit(target, expr, mostDrawn, ask);
  const note = `The answer is too large to be sent whole: its first ${mostDrawn} series stand for it.`;
  return { frame: { ...frame, cut: true }, warnings: [...warnings, note] };
}

function isTooLarge(error: unknown): boolean {
  const details = error instanceof GatewayError ? error.details : null;
  return (
    typeof details === "object" && details !== null && "reason" in details && details.reason === "too_large"
  );
}
