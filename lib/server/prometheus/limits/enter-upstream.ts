import { setTimeout } from "node:timers/promises";
import { env } from "@/lib/server/env";
import { redisClient } from "@/lib/server/redis";
import { countQueries } from "@/lib/server/tenants/query-rate";
import type { PrometheusDatasource } from "../datasource";
import { cancelled, FairQueue, tooMany } from "./fair-queue";
import { limitsOf } from "./query-limits";
import { SharedPlaces } from "./shared-places";

const busyElsewhere =
  "This tenant has as many queries running as it may, in all replicas together. Try again shortly.";
const sharedPauseMs = 30;
/** A lease outlives the query's own time-out. */
const leaseSlackMs = 5_000;

interface RateSeen {
  limit: number;
  used: number;
  /** Of the monotonic clock: the time of day may be set back, and nobody waits an hour for that. */
  resetAtMs: number;
}

interface LimitState {
  queues: Map<string, FairQueue>;
  rates: Map<string, RateSeen>;
  /** With a Redis. */
  shared: SharedPlaces | null;
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithLimits?: LimitState } & typeof globalThis = globalThis;

function state(): LimitState {
  holder.panelsmithLimits ??= create();
  return holder.panelsmithLimits;
}

function create(): LimitState {
  const redis = redisClient();
  return { queues: new Map(), rates: new Map(), shared: redis && new SharedPlaces(redis) };
}

/**
 * Takes a place for one query at the datasource's upstream; the answer gives it back. Only what really goes upstream
 * comes here: answers from the cache are neither counted nor made to wait.
 * @throws GatewayError too_many_requests with Retry-After.
 */
export async function enterUpstream(
  datasource: PrometheusDatasource,
  waitMs: number,
  signal?: AbortSignal,
): Promise<() => void> {
  const { tenantId, url } = datasource;
  const limits = limitsOf(datasource);
  await assertWithinRate(tenantId, limits.perMinute);
  const queue = queueOf(new URL(url).origin);
  const { shared } = state();
  const untilMs = performance.now() + waitMs;
  for (;;) {
    const leftMs = Math.max(0, untilMs - performance.now());
    const leave = await queue.enter({ tenantId, concurrent: limits.concurrent, waitMs: leftMs, signal });
    if (!shared) return leave;
    const giveBack = await shared.take(tenantId, limits.concurrent, limits.timeoutMs + leaseSlackMs);
    if (giveBack) {
      return () => {
        giveBack();
        leave();
      };
    }
    // The place here is for others while this tenant's queries run elsewhere.
    leave();
    if (performance.now() >= untilMs) throw tooMany(busyElsewhere, 1);
    await pause(sharedPauseMs, signal);
  }
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  if (signal?.aborted) throw cancelled();
}

async function assertWithinRate(tenantId: string, limit: number): Promise<void> {
  const known = state().rates.get(tenantId);
  // Who is over the limit is told so without asking the store again.
  if (known && known.used > limit && known.resetAtMs > performance.now())
    throw overLimit(limit, known.resetAtMs);
  const { used, resetMs } = await countQueries(tenantId);
  const resetAtMs = performance.now() + resetMs;
  state().rates.set(tenantId, { limit, used, resetAtMs });
  if (used > limit) throw overLimit(limit, resetAtMs);
}

function overLimit(limit: number, resetAtMs: number) {
  const seconds = Math.max(1, Math.ceil((resetAtMs - performance.now()) / 1_000));
  return tooMany(`This tenant has used its ${limit} queries a minute. Try again in ${seconds} s.`, seconds);
}

function queueOf(origin: string): FairQueue {
  const known = state().queues.get(origin);
  if (known) return known;
  const made = new FairQueue(env().UPSTREAM_CONCURRENCY);
  state().queues.set(origin, made);
  return made;
}

/** What the headers of an answer tell about the tenant's rate. */
export function rateHeaders(datasource: PrometheusDatasource): Record<string, string> {
  const limit = limitsOf(datasource).perMinute;
  const seen = state().rates.get(datasource.tenantId);
  const now = performance.now();
  const open = seen && seen.resetAtMs > now ? seen : { used: 0, resetAtMs: now + 60_000 };
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(Math.max(0, limit - open.used)),
    "RateLimit-Reset": String(Math.max(0, Math.ceil((open.resetAtMs - now) / 1_000))),
    "RateLimit-Policy": `${limit};w=60`,
  };
}

/** Places taken and queries waiting, of all upstreams together. */
export function upstreamLoad(): { running: number; waiting: number } {
  let running = 0;
  let waiting = 0;
  for (const queue of state().queues.values()) {
    running += queue.running;
    waiting += queue.waiting;
  }
  return { running, waiting };
}
