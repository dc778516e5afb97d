import { type Reuse, reuseOf } from "@/lib/shared/promql/reuse";
import type { EndpointName } from "../endpoints";
import { TenantMemo } from "../tenant-memo";
import { blockTtlMs } from "./range-cache";
import type { Stretch } from "./range-gaps";

export interface ReusePlan {
  /** Under what name the whole answer may be kept, and how long; null: not at all. */
  whole: { name: string; ttlMs: number } | null;
  /** The grid of a range query whose settled points may be kept; null: not at all. */
  parts: (Stretch & { stepMs: number; settledMs: number }) | null;
  /** By how much less is settled than was thought, as the answer itself may tell. */
  lateMs(): number;
}

export interface PlanInput {
  tenantId: string;
  endpoint: EndpointName;
  form: readonly [string, string][];
  nowMs: number;
  /** Samples may still arrive for points younger than this. */
  freshMs: number;
  /** How far our clock is ahead of the upstream's, as is known by then. */
  aheadMs(): number;
  /** An answer to the very same question may be this old, given to everyone who asks within the same slot of time. */
  shareMs: number;
}

/** Of answers that change no more. */
export const settledName = "settled";

const listed: Partial<Record<EndpointName, ReadonlySet<string>>> = {
  query: new Set(["query", "time", "limit"]),
  query_range: new Set(["query", "start", "end", "step", "limit"]),
};

const memo = new TenantMemo<Reuse>(8_000_000);

/** What of an answer may be kept. A parameter that is not listed above changes answers in ways not thought through. */
export function planReuse(input: PlanInput): ReusePlan {
  const knownMs = input.aheadMs();
  const lateMs = () => Math.max(0, input.aheadMs() - knownMs);
  return { ...plan(input, input.nowMs - knownMs - input.freshMs), lateMs };
}

function plan(
  { tenantId, endpoint, form, nowMs, shareMs }: PlanInput,
  pastMs: number,
): Pick<ReusePlan, "whole" | "parts"> {
  const shared = shareMs > 0 ? slotOf(nowMs, shareMs) : null;
  const known = listed[endpoint];
  const values = new Map(form);
  const endMs = toMs(values.get("end") ?? values.get("time"));
  if (!known || endMs === null || form.some(([name]) => !known.has(name)))
    return { whole: shared, parts: null };
  const expr = values.get("query") ?? "";
  const reuse = memo.ask(tenantId, expr, () => reuseOf(expr));
  const settledMs = pastMs - reuse.aheadMs;
  if (reuse.kind === "never" || reuse.fixedMs > settledMs) return { whole: shared, parts: null };
  const whole = endMs <= settledMs ? { name: settledName, ttlMs: blockTtlMs } : shared;
  const fromMs = toMs(values.get("start"));
  const stepMs = toMs(values.get("step"));
  const onGrid = reuse.kind === "parts" && fromMs !== null && stepMs !== null && stepMs >= 1;
  if (!onGrid || fromMs > settledMs) return { whole, parts: null };
  const toMsOnGrid = fromMs + Math.floor((endMs - fromMs) / stepMs) * stepMs;
  return { whole, parts: { fromMs, toMs: toMsOnGrid, stepMs, settledMs } };
}

/** All replicas count the slots alike. */
function slotOf(nowMs: number, shareMs: number): { name: string; ttlMs: number } {
  const slot = Math.floor(nowMs / shareMs);
  return { name: `slot:${shareMs}:${slot}`, ttlMs: (slot + 1) * shareMs - nowMs };
}

/** Null for a time between two milliseconds, which is the finest that Prometheus knows. */
function toMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = Number(text) * 1_000;
  const rounded = Math.round(ms);
  return Math.abs(ms - rounded) < 1e-3 && Number.isSafeInteger(rounded) ? rounded : null;
}
