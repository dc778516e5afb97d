import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import { redisClient } from "@/lib/server/redis";

const windowSeconds = 60;
/** The limiter itself never refuses: the limit is the tenant's, and may change at any time. */
const points = Number.MAX_SAFE_INTEGER;

export interface RateState {
  used: number;
  resetMs: number;
}

type Limiter = Pick<RateLimiterMemory, "consume" | "get">;

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithQueryRate?: Limiter } & typeof globalThis = globalThis;

function limiter(): Limiter {
  holder.panelsmithQueryRate ??= create();
  return holder.panelsmithQueryRate;
}

function create(): Limiter {
  const options = { keyPrefix: "panelsmith:rate", points, duration: windowSeconds };
  const memory = new RateLimiterMemory(options);
  const storeClient = redisClient();
  return storeClient ? new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: memory }) : memory;
}

/** Counts queries of the tenant in the minute under way; shared by replicas over one Redis. */
export async function countQueries(tenantId: string, queries = 1): Promise<RateState> {
  return stateOf(await limiter().consume(tenantId, queries));
}

/** The queries of the minute under way so far. */
export async function queriesThisMinute(tenantId: string): Promise<number> {
  const state = await limiter()
    .get(tenantId)
    .catch(() => null);
  return state?.consumedPoints ?? 0;
}

function stateOf({ consumedPoints, msBeforeNext }: RateLimiterRes): RateState {
  // Counted from the time of day, which may have been set back meanwhile.
  return { used: consumedPoints, resetMs: Math.min(windowSeconds * 1_000, Math.max(0, msBeforeNext)) };
}
