import { env } from "@/lib/server/env";
import { redisClient } from "@/lib/server/redis";
import type { CacheStore } from "./cache-store";
import { LayeredStore } from "./layered-store";
import { MemoryStore } from "./memory-store";
import { QueryCache } from "./query-cache";
import { RedisStore } from "./redis-store";

/** What came from another replica is believed so long without asking Redis again. */
const nearTtlMs = 60_000;

/** Clocks that are corrected bit by bit go back by less. */
const setBackMs = 5_000;

interface Kept {
  cache: QueryCache;
  memory: MemoryStore;
  /** The time of day when this process began, by the clock as it was last seen. */
  originMs?: number;
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithQueryCache?: Kept } & typeof globalThis = globalThis;

/**
 * The one cache of this process, over its own memory and, with REDIS_URL, what all replicas share. Its memory goes when
 * the clock is set back: what was taken for settled had not happened yet, and nothing would run out in time.
 */
export function getQueryCache(): QueryCache {
  const originMs = Date.now() - performance.now();
  const kept = holder.panelsmithQueryCache;
  const wasSetBack = kept?.originMs !== undefined && kept.originMs - originMs > setBackMs;
  const current = kept && !wasSetBack ? kept : create();
  current.originMs = originMs;
  holder.panelsmithQueryCache = current;
  return current.cache;
}

/** What the kept answers take in this process. */
export function cachedBytes(): number {
  return holder.panelsmithQueryCache?.memory.bytes ?? 0;
}

function create(): Kept {
  const memory = new MemoryStore(env().QUERY_CACHE_MB * 1_000_000);
  const redis = redisClient();
  const store: CacheStore = redis
    ? new LayeredStore({ near: memory, far: new RedisStore(redis), nearTtlMs })
    : memory;
  return { cache: new QueryCache({ store }), memory };
}
